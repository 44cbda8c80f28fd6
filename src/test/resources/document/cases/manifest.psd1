@{
  RootModule = "x.psm1"
}
