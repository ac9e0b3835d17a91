// The one account: uploads, tables, the host's queues, the app's package, and the events that could not be delivered.

@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('The account.')
@minLength(3)
@maxLength(24)
param name string

@description('The container that takes uploads.')
param uploads string

@description('The container that holds the app\'s package.')
param package string

@description('The container that takes events which could not be delivered.')
param deadLetters string

@description('How the account is replicated.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param redundancy string

@description('Days in which a deleted or overwritten blob can be brought back.')
@minValue(1)
@maxValue(365)
param softDeleteDays int

@description('Days after which an upload moves to cool storage; 0 for never.')
@minValue(0)
@maxValue(3650)
param coolAfterDays int

@description('Object id of whoever may upload with their own sign-in; empty for nobody.')
param uploaderPrincipalId string

@description('What the uploader is.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param uploaderPrincipalType string

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Enabled'
    networkAcls: { defaultAction: 'Allow', bypass: 'AzureServices' }
    encryption: {
      requireInfrastructureEncryption: true
      keySource: 'Microsoft.Storage'
      // Tables and queues under the account's key, like blobs: so that a customer's key, if one is set later, covers all.
      services: {
        blob: { enabled: true, keyType: 'Account' }
        file: { enabled: true, keyType: 'Account' }
        queue: { enabled: true, keyType: 'Account' }
        table: { enabled: true, keyType: 'Account' }
      }
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
      containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    }

    resource uploadContainer 'containers' = {
      name: uploads
      properties: { publicAccess: 'None' }
    }

    resource packageContainer 'containers' = {
      name: package
      properties: { publicAccess: 'None' }
    }

    resource deadLetterContainer 'containers' = {
      name: deadLetters
      properties: { publicAccess: 'None' }
    }
  }

  resource queues 'queueServices' = {
    name: 'default'
  }

  resource tables 'tableServices' = {
    name: 'default'
  }
}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: concat(
        [
          {
            name: 'forget-dead-letters'
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['${deadLetters}/'] }
              actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: 90 } } }
            }
          }
        ],
        coolAfterDays == 0
          ? []
          : [
              {
                name: 'cool-uploads'
                type: 'Lifecycle'
                definition: {
                  filters: { blobTypes: ['blockBlob'], prefixMatch: ['${uploads}/'] }
                  actions: { baseBlob: { tierToCool: { daysAfterModificationGreaterThan: coolAfterDays } } }
                }
              }
            ]
      )
    }
  }
}

var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

resource mayUpload 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(uploaderPrincipalId)) {
  scope: account::blobs::uploadContainer
  name: guid(account::blobs::uploadContainer.id, uploaderPrincipalId, blobDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
    principalId: uploaderPrincipalId
    principalType: uploaderPrincipalType
  }
}
