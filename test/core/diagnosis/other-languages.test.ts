import { describe, expect, it } from 'vitest';
import { createDiagnoser } from '../../../src/core/diagnosis';

/** That a printer does not answer, and that it works, in scripts of which the engine knows no ordinary words. */
const LANGUAGES = [
  ['Arabic', 'الطابعة {name} لا تستجيب للطلب', 'الطابعة تعمل'],
  ['Russian', 'Принтер {name} не отвечает на запрос', 'Принтер {name} работает'],
  ['Greek', 'Ο εκτυπωτής {name} δεν απαντά στο αίτημα', 'Ο εκτυπωτής {name} λειτουργεί'],
  ['Hebrew', 'המדפסת {name} אינה מגיבה לבקשה', 'המדפסת פועלת'],
  ['Korean', '프린터 {name} 요청에 응답하지 않음', '프린터 {name} 정상'],
  ['Chinese', '打印机 {name} 没有响应请求', '打印机 正常'],
  ['Japanese', 'プリンター {name} は要求に応答しません', 'プリンター 正常'],
  ['Thai', 'เครื่องพิมพ์ {name} ไม่ตอบสนองต่อคำขอ', 'เครื่องพิมพ์ ปกติ'],
] as const;

describe.each(LANGUAGES)('a message in %s', (_, signature, other) => {
  const { diagnose } = createDiagnoser([{ id: 'a', signatures: [signature] }]);
  const found = (text: string) =>
    diagnose(text.replace('{name}', 'floor-3')).findings.map(({ certainty }) => certainty);

  it('is found whole, and with a few letters missing', () => {
    expect(found(signature)).toEqual(['exact']);
    expect(found(signature.slice(0, -2))).toEqual(['partial']);
  });

  it('is not one that begins with the same word', () => {
    expect(found(other)).toEqual([]);
  });
});

it('is not a sentence with its first and last word, nor without its value', () => {
  const { diagnose } = createDiagnoser([{ id: 'a', signatures: [LANGUAGES[0][1]] }]);
  for (const text of ['الطابعة floor-3 جاهزة للطلب', 'لا تستجيب للطلب', 'الطابعة floor-3 لا'])
    expect(diagnose(text).findings, text).toEqual([]);
});
