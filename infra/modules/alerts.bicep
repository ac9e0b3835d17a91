// What somebody should be told of. What each one means and what to do is in docs/operations.md.

@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('What makes names unique.')
param token string

@description('The workspace that holds the telemetry.')
param workspaceName string

@description('The Event Grid topic of the account.')
param topicName string

@description('Where alerts go by mail; empty for nowhere.')
param email string

@description('Uploads refused within an hour at which an alert is raised.')
@minValue(1)
@maxValue(100000)
param rejectionsAnHour int

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = {
  name: workspaceName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: 'ag-${token}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'ingest'
    emailReceivers: [{ name: 'operators', emailAddress: email, useCommonAlertSchema: true }]
  }
}

var tell = empty(email) ? [] : [people.id]

type Watch = {
  @description('Part of the rule\'s name.')
  name: string
  title: string
  @description('0 critical, 1 error, 2 warning.')
  severity: 0 | 1 | 2
  @description('Kusto; every row is a reason to tell somebody.')
  query: string
  @description('How far the query looks back.')
  window: 'PT5M' | 'PT15M' | 'PT30M' | 'PT1H'
}

var watches Watch[] = [
  {
    name: 'poison'
    title: 'Uploads on the poison queue'
    severity: 1
    query: 'AppMetrics | where Name == "ingest.poisoned" | summarize arg_max(TimeGenerated, Max) | where Max > 0'
    window: 'PT30M'
  }
  {
    name: 'rejections'
    title: 'More uploads refused than usual'
    severity: 2
    query: 'AppMetrics | where Name == "ingest.rejections" | summarize Refused = sum(Sum) | where Refused >= ${rejectionsAnHour}'
    window: 'PT1H'
  }
  {
    name: 'failures'
    title: 'Functions that fail'
    severity: 1
    query: 'AppRequests | where Success == false and toint(ResultCode) !between (400 .. 499) | summarize Failed = sum(ItemCount) | where Failed >= 5'
    window: 'PT15M'
  }
  {
    name: 'missed'
    title: 'Uploads that no event told of'
    severity: 2
    query: 'AppMetrics | where Name == "ingest.missed" | summarize Missed = sum(Sum) | where Missed > 0'
    window: 'PT1H'
  }
]

resource rules 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for watch in watches: {
    name: 'ingest-${watch.name}-${token}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'Ingest: ${watch.title}'
      description: 'See "${watch.name}" in docs/operations.md.'
      severity: watch.severity
      enabled: true
      scopes: [workspace.id]
      evaluationFrequency: watch.window == 'PT1H' ? 'PT15M' : 'PT5M'
      windowSize: watch.window
      autoMitigate: true
      // The tables of a new workspace come with the first telemetry.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: watch.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: tell }
    }
  }
]

resource undelivered 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'ingest-undelivered-${token}'
  location: 'global'
  tags: tags
  properties: {
    description: 'See "undelivered" in docs/operations.md.'
    severity: 2
    enabled: true
    scopes: [topic.id]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'dead-lettered'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [for id in tell: { actionGroupId: id }]
  }
}
