Get-X d o-/!orce --% -a "b§ßÖ>$null *>&-%a
|¸ -/!ood -/!orce --% -a "b§ßÖ>$null *>&-%a-|
¸ /!orce --% -a "b§ßÖ>$null *>&-%a
|¸š‹Ò§ßÖ>$null *>&1Ûš‹Ò§ßÖ>$null *>&1Û6>> lod.txt .txt a>b
