// Where logs, spans and metrics go. Nobody writes to it with a key: local authentication is off.

@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('The workspace that holds the telemetry.')
param workspaceName string

@description('Application Insights over it.')
param insightsName string

@description('Days for which logs and metrics are kept.')
@minValue(30)
@maxValue(730)
param retentionDays int

@description('GB taken in a day before no more is taken.')
@minValue(1)
@maxValue(100)
param dailyQuotaGB int

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    workspaceCapping: { dailyQuotaGb: dailyQuotaGB }
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    DisableLocalAuth: true
  }
}
