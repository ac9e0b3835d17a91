using 'main.bicep'

// What azd deploys with: `azd env set INGEST_SIZE prod` and the like, before `azd up`.

import { dev, prod } from 'sizes.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'ingest')
param location = readEnvironmentVariable('AZURE_LOCATION', 'northeurope')
param size = readEnvironmentVariable('INGEST_SIZE', 'dev') == 'prod' ? prod : dev
param alertEmail = readEnvironmentVariable('INGEST_ALERT_EMAIL', '')
param sweepSchedule = readEnvironmentVariable('INGEST_SWEEP_SCHEDULE', '0 */5 * * * *')
param maxArticleBytes = int(readEnvironmentVariable('INGEST_MAX_ARTICLE_BYTES', '1048576'))
param rejectionsAnHour = int(readEnvironmentVariable('INGEST_REJECTIONS_AN_HOUR', '20'))
param uploaderPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param uploaderPrincipalType = readEnvironmentVariable('AZURE_PRINCIPAL_TYPE', 'User')
