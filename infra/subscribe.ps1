# The second deployment: subscribes the blob trigger to the account's events (webhook.bicep). azd runs it after the code is deployed, with the
# outputs of main.bicep in the environment; by hand: `azd hooks run postdeploy`. Running it again changes nothing.
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot

if (-not (Get-Command az -ErrorAction SilentlyContinue)) { throw 'The Azure CLI (az) is needed: https://aka.ms/azure-cli' }

# The host makes the webhook's key when it first loads the trigger, which may take some minutes after a deployment.
foreach ($attempt in 1..10) {
  az deployment group create --only-show-errors --output none `
    --subscription $env:AZURE_SUBSCRIPTION_ID --resource-group $env:AZURE_RESOURCE_GROUP --name ingest-webhook --template-file webhook.bicep `
    --parameters appName=$env:INGEST_APP topicName=$env:INGEST_TOPIC storageName=$env:INGEST_STORAGE `
      container=$env:INGEST_CONTAINER deadLetterContainer=$env:INGEST_DEAD_LETTERS
  if ($LASTEXITCODE -eq 0) {
    Write-Output "Uploads to $env:INGEST_STORAGE/$env:INGEST_CONTAINER go to $env:INGEST_URL"
    exit 0
  }
  if ($attempt -lt 10) {
    Write-Output "The app may not have started yet; trying again in 30 seconds ($attempt of 10)"
    Start-Sleep -Seconds 30
  }
}
throw 'The subscription could not be made: see above. Uploads are taken by the sweep until it is: azd hooks run postdeploy'
