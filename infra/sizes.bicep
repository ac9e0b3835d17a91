// What differs between a deployment to try things in and one that a newsroom relies on, side by side.

@export()
@description('How large and how safe a deployment is.')
type Size = {
  @description('Memory of an instance in MB, which also decides its share of a core.')
  instanceMemoryMB: 512 | 2048 | 4096

  @description('At most so many instances at once: the ceiling of what a burst of uploads can cost.')
  @minValue(1)
  @maxValue(1000)
  maximumInstanceCount: int

  @description('Instances kept warm for HTTP; 0 lets the app rest when nobody asks.')
  @minValue(0)
  @maxValue(20)
  alwaysReadyHttp: int

  @description('How storage is replicated. ZRS survives the loss of a zone; GRS and GZRS that of a region.')
  storageRedundancy: 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GRS' | 'Standard_GZRS'

  @description('Days in which a deleted or overwritten upload can be brought back.')
  @minValue(1)
  @maxValue(365)
  softDeleteDays: int

  @description('Days after which an upload moves to cool storage; 0 keeps all of them hot. The tables do not move.')
  @minValue(0)
  @maxValue(3650)
  coolAfterDays: int

  @description('Days for which logs and metrics are kept.')
  @minValue(30)
  @maxValue(730)
  logRetentionDays: int

  @description('GB of logs taken in a day before Log Analytics stops taking more: the ceiling of what logging can cost.')
  @minValue(1)
  @maxValue(100)
  dailyLogQuotaGB: int
}

@export()
@description('To try things in: the smallest of everything.')
var dev Size = {
  instanceMemoryMB: 2048
  maximumInstanceCount: 10
  alwaysReadyHttp: 0
  storageRedundancy: 'Standard_LRS'
  softDeleteDays: 7
  coolAfterDays: 0
  logRetentionDays: 30
  dailyLogQuotaGB: 1
}

@export()
@description('To be relied on: zones, a warm instance, a month to undo a deletion.')
var prod Size = {
  instanceMemoryMB: 2048
  maximumInstanceCount: 100
  alwaysReadyHttp: 1
  storageRedundancy: 'Standard_ZRS'
  softDeleteDays: 30
  coolAfterDays: 90
  logRetentionDays: 90
  dailyLogQuotaGB: 5
}
