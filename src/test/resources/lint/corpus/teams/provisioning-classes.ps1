# Classes of the university: creates the teams of the new year, removes those of the year before last
enum Term { Spring; Autumn }

class CourseTeam {
    [string]$Code
    [string]$Title
    [Term]$Term
    [int]$Year
    hidden [string]$GroupId

    CourseTeam([pscustomobject]$row) {
        $this.Code = $row.Code
        $this.Title = $row.Title
        $this.Term = [Term]$row.Term
        $this.Year = [int]$row.Year
    }

    [string] MailNickName() {
        return ('{0}-{1}-{2}' -f $this.Year, $this.Term, $this.Code).ToLowerInvariant()
    }

    [void] Create() {
        $team = New-Team -DisplayName "$($this.Year) $($this.Title)" -MailNickName $this.MailNickName() -Visibility Private
        $this.GroupId = $team.GroupId
        Add-TeamUser -GroupId $this.GroupId -User 'class-bot@sgu.example' -Role Owner
    }

    static [object[]] Old([int]$before) {
        return @(Get-Team | Where-Object { $_.MailNickName -match '^\d{4}-' -and [int]$_.MailNickName.Substring(0, 4) -lt $before })
    }

    static [int] RemoveOld([int]$before) {
        $n = 0
        foreach ($team in [CourseTeam]::Old($before)) {
            Remove-Team -GroupId $team.GroupId
            $n++
        }
        return $n
    }
}

Connect-MicrosoftTeams -Identity
$courses = Import-Csv .\courses.csv | ForEach-Object { [CourseTeam]::new($_) }
foreach ($course in $courses) {
    try {
        $course.Create()
    }
    catch {
        Write-Error "could not create $($course.Code): $_"
    }
}

$count = [CourseTeam]::RemoveOld((Get-Date).Year - 1)
Write-Output "$count teams removed, $($courses.Count) created"
