$id = '7c5bd2a1-31b7-4a55-9c0e-000000000042'
Clear-MgDeviceManagementManagedDevice -ManagedDeviceId $id -KeepEnrollmentData:$false
