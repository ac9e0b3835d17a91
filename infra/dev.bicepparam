using 'main.bicep'

// For `az deployment sub create --parameters infra/dev.bicepparam`; azd has main.bicepparam.

import { dev } from 'sizes.bicep'

param environmentName = 'ingest-dev'
param location = readEnvironmentVariable('AZURE_LOCATION', 'northeurope')
param size = dev
