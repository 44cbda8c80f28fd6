function Remove-All($a, [int]$b = 1) { param() Get-A }
filter f { $_ }
[Flags()] enum Kind : int { One = 1; Two }
class A : B, C {
  [string] $Name = 'x'
  hidden static [int] $Count
  A([int] $n) : base($n) { $this.Name = $n }
  [void] Run() { Get-A }
}
data texts { 'a' }
workflow w { parallel { Get-A } sequence { Get-B } InlineScript { Get-C } }
