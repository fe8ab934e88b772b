/** The pack that the product ships, as the engine gets it. */
export const RULES = [
  {
    id: 'unexpected-response',
    signatures: [
      'Unexpected response from ServiceNow along with success status code. Response: { "import_set": "{importSetId}", "staging_table": "x_mioms_microsoft_oms_incident", "result": [ { "transform_map": "OMS Incident", "table": "incident", "status": "error", "error_message": "{Target record not found|Invalid table|Invalid staging table}" }',
    ],
  },
  {
    id: 'exception-update-failure',
    signatures: [
      '{"error":{"message":"Operation Failed","detail":"ACL Exception Update Failed due to security constraints"}',
    ],
  },
  {
    id: 'problem-sending-a-request',
    signatures: ['An error occurred while sending the request.'],
  },
  {
    id: 'servicenow-rate-problem',
    signatures: ['ServiceDeskHttpBadRequestException: StatusCode=429'],
  },
  {
    id: 'invalid-refresh-token',
    signatures: [
      'AccessToken and RefreshToken invalid. User needs to authenticate again.',
      'Could not sync templates configuration for Event,Alert,Incident. See Exception Message for more details.',
    ],
  },
  {
    id: 'missing-connector',
    signatures: [
      'Could not create/update work item for alert {alertName}. ITSM Connector {connectionIdentifier} does not exist or was deleted.',
    ],
  },
  {
    id: 'lack-of-connection-details',
    signatures: ['Something went wrong. Could not get connection details.'],
  },
  {
    id: 'ip-restrictions',
    signatures: [
      'Failed to add ITSM Connection named "{connectionName}" due to Bad Request. Error: Bad request. Invalid parameters provided for connection. Http Exception: Status Code Forbidden.',
      'Failed to update ITSM Connection credentials',
    ],
  },
  { id: 'authentication', signatures: ['User Not Authenticated'] },
];
