function f {
  [CmdletBinding(

    SupportsShouldProcess,

    ConfirmImpact = 'High'

  )]
  [OutputType(
    [string]
  )]
  param(
    [

      Parameter(Mandatory)] [string] $a,

    $b
  )
  $list[

    0

  ]
  $a.Method(

    1,

    2

  )
  (

    Get-A

  )
  try

  { 1 }

  catch

  [System.Exception], [A.B]

  { 2 }
  if (

    $a

  ) { 1 }

  elseif ($b) { 2 }

  else { 3 }
  switch ($a) {

    1 { 'one' }

    default { 'other' }

  }
  foreach ($i in

    $list
  ) { $i }
  Get-A &&

    Get-B
}
