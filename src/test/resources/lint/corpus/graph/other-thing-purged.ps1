Remove-MgDevice -DeviceId '7c5bd2a1-31b7-4a55-9c0e-000000000042'
Remove-MgDirectoryDeletedItem -DirectoryObjectId '31f1ff6c-d48c-4f8a-b2e1-abca7fd399df'
