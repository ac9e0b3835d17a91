// All of Ingest in one resource group, except the Event Grid subscription: its key exists only once the code runs (webhook.bicep).

targetScope = 'subscription'

import { Size } from 'sizes.bicep'

@description('What the deployment is called: names the resource group and marks every resource. azd gives its environment\'s name.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('The region of every resource. It must offer Flex Consumption: `az functionapp list-flexconsumption-locations`.')
@minLength(1)
param location string

@description('How large and how safe: `dev` or `prod` of sizes.bicep, or one of your own.')
param size Size

@description('Where alerts go by mail; empty for alerts that are only seen in the portal.')
@maxLength(254)
param alertEmail string = ''

@description('When the sweep looks for uploads that no event told of: six fields, seconds first, UTC.')
@minLength(11)
@maxLength(64)
param sweepSchedule string = '0 */5 * * * *'

@description('An upload larger than this many bytes is refused; at most 2 MiB.')
@minValue(1024)
@maxValue(2097152)
param maxArticleBytes int = 1048576

@description('Uploads refused within an hour at which an alert is raised.')
@minValue(1)
@maxValue(100000)
param rejectionsAnHour int = 20

@description('Object id of a person or group who may upload with their own sign-in (Storage Blob Data Contributor on the one container); empty for nobody.')
@maxLength(36)
param uploaderPrincipalId string = ''

@description('What the uploader is.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param uploaderPrincipalType string = 'User'

var tags = { 'azd-env-name': environmentName }
var token = uniqueString(subscription().id, environmentName, location)

// Said here and not by the modules, so that `azd provision --preview` can tell what would change before anything exists.
var names = {
  group: 'rg-${environmentName}'
  workspace: 'log-${token}'
  insights: 'appi-${token}'
  storage: 'st${token}'
  identity: 'id-${token}'
  plan: 'plan-${token}'
  app: 'func-${token}'
  topic: 'evgt-${token}'
}
var containers = {
  uploads: 'articles'
  package: 'app-package'
  deadLetters: 'event-dead-letters'
}

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: names.group
  location: location
  tags: tags
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    workspaceName: names.workspace
    insightsName: names.insights
    retentionDays: size.logRetentionDays
    dailyQuotaGB: size.dailyLogQuotaGB
  }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: names.storage
    uploads: containers.uploads
    package: containers.package
    deadLetters: containers.deadLetters
    redundancy: size.storageRedundancy
    softDeleteDays: size.softDeleteDays
    coolAfterDays: size.coolAfterDays
    uploaderPrincipalId: uploaderPrincipalId
    uploaderPrincipalType: uploaderPrincipalType
  }
}

module identity 'modules/identity.bicep' = {
  scope: group
  dependsOn: [monitoring, storage]
  params: {
    location: location
    tags: tags
    name: names.identity
    storageName: names.storage
    insightsName: names.insights
  }
}

module app 'modules/app.bicep' = {
  scope: group
  dependsOn: [identity]
  params: {
    location: location
    tags: tags
    name: names.app
    planName: names.plan
    storageName: names.storage
    packageContainer: containers.package
    identityName: names.identity
    insightsName: names.insights
    instanceMemoryMB: size.instanceMemoryMB
    maximumInstanceCount: size.maximumInstanceCount
    alwaysReadyHttp: size.alwaysReadyHttp
    sweepSchedule: sweepSchedule
    maxArticleBytes: maxArticleBytes
  }
}

module events 'modules/events.bicep' = {
  scope: group
  dependsOn: [storage]
  params: {
    location: location
    tags: tags
    topicName: names.topic
    storageName: names.storage
    deadLetterContainer: containers.deadLetters
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  dependsOn: [monitoring, events]
  params: {
    location: location
    tags: tags
    token: token
    workspaceName: names.workspace
    topicName: names.topic
    email: alertEmail
    rejectionsAnHour: rejectionsAnHour
  }
}

@description('Where the dashboard and the API are.')
output INGEST_URL string = app.outputs.url

@description('The function app.')
output INGEST_APP string = names.app

@description('The account that takes uploads and holds the tables.')
output INGEST_STORAGE string = names.storage

@description('The container that takes uploads.')
output INGEST_CONTAINER string = containers.uploads

@description('The container where Event Grid leaves events that it could not deliver.')
output INGEST_DEAD_LETTERS string = containers.deadLetters

@description('The Event Grid topic of the account: what webhook.bicep subscribes to.')
output INGEST_TOPIC string = names.topic

@description('Application Insights, for its name in queries.')
output INGEST_INSIGHTS string = names.insights

@description('The resource group.')
output AZURE_RESOURCE_GROUP string = group.name
