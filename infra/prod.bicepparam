using 'main.bicep'

// For `az deployment sub create --parameters infra/prod.bicepparam`; azd has main.bicepparam.

import { prod } from 'sizes.bicep'

param environmentName = 'ingest-prod'
param location = readEnvironmentVariable('AZURE_LOCATION', 'northeurope')
param size = prod
param alertEmail = readEnvironmentVariable('INGEST_ALERT_EMAIL', '')
