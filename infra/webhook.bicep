// The second deployment, after the code: tells Event Grid to call the blob trigger's webhook. The host makes the webhook's key when it first
// finds the trigger in the code, and Event Grid calls the webhook once before it accepts it; so neither can be had in main.bicep.
// The key never leaves this deployment: it is read here and stands in the subscription only.

@description('The function app.')
param appName string

@description('The Event Grid topic of the account.')
param topicName string

@description('The account.')
param storageName string

@description('The container that takes uploads.')
param container string

@description('The container that takes events which could not be delivered.')
param deadLetterContainer string

@description('The blob-triggered function: what stands in its [Function] attribute.')
param functionName string = 'IngestArticle'

@description('Minutes for which Event Grid tries to deliver an event.')
@minValue(1)
@maxValue(1440)
param timeToLiveMinutes int = 1440

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource uploads 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'uploads'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${functionName}&code=${listKeys('${app.id}/host/default', app.apiVersion).systemKeys.blobs_extension}'
        maxEventsPerBatch: 1
      }
    }
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: '/blobServices/default/containers/${container}/blobs/'
      // Calls after which the whole blob is there.
      advancedFilters: [
        {
          operatorType: 'StringIn'
          key: 'data.api'
          values: ['PutBlob', 'PutBlockList', 'CopyBlob', 'FlushWithClose', 'SftpCommit']
        }
      ]
    }
    retryPolicy: { eventTimeToLiveInMinutes: timeToLiveMinutes, maxDeliveryAttempts: 30 }
    deadLetterWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: { resourceId: account.id, blobContainerName: deadLetterContainer }
      }
    }
  }
}
