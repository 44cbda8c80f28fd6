Remove-Mail`box -Identity kuro@sgu.example
