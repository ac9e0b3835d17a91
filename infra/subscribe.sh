#!/bin/sh
# The second deployment: subscribes the blob trigger to the account's events (webhook.bicep). azd runs it after the code is deployed, with the
# outputs of main.bicep in the environment; by hand: `azd hooks run postdeploy`. Running it again changes nothing.
set -eu
cd "$(dirname "$0")"

command -v az >/dev/null || { echo "The Azure CLI (az) is needed: https://aka.ms/azure-cli" >&2; exit 1; }

# The host makes the webhook's key when it first loads the trigger, which may take some minutes after a deployment.
attempt=1
until az deployment group create --only-show-errors --output none \
  --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$AZURE_RESOURCE_GROUP" --name ingest-webhook --template-file webhook.bicep \
  --parameters appName="$INGEST_APP" topicName="$INGEST_TOPIC" storageName="$INGEST_STORAGE" \
    container="$INGEST_CONTAINER" deadLetterContainer="$INGEST_DEAD_LETTERS"
do
  if [ "$attempt" -ge 10 ]; then
    echo "The subscription could not be made: see above. Uploads are taken by the sweep until it is: azd hooks run postdeploy" >&2
    exit 1
  fi
  echo "The app may not have started yet; trying again in 30 seconds ($attempt of 10)"
  attempt=$((attempt + 1))
  sleep 30
done
echo "Uploads to $INGEST_STORAGE/$INGEST_CONTAINER go to $INGEST_URL"
