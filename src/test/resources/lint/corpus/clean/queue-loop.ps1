# near miss: the queue is in memory
$queue = [System.Collections.Queue]::new()
'ou1', 'ou2' | ForEach-Object { $queue.Enqueue($_) }
while ($queue.Count -gt 0) {
    $ou = $queue.Dequeue()
    Get-ADUser -Filter * -SearchBase "OU=$ou,DC=sgu,DC=example" | Measure-Object
}
