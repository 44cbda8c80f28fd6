# Completion of shisa for fish. Made by: shisa completion fish
# Nothing that was typed is evaluated, and shisa is not started: names of plans, runs and snapshots are names of files in the store.

function __shisa_node
    switch $argv[1]
@TABLE@
    end
end

function __shisa_stored
    set -l folder $argv[2]
    if test -z "$folder"
        if set -q SHISA_STORE
            set folder $SHISA_STORE
        else if set -q XDG_DATA_HOME
            set folder $XDG_DATA_HOME/shisa
        else
            set folder $HOME/.local/share/shisa
        end
    end
    for entry in (string replace -r '^~/' "$HOME/" -- $folder)/$argv[1]/*
        string match -r '^[A-Za-z0-9.-]+$' -- (string replace -r '\.json$' '' -- (string replace -r '.*/' '' -- $entry))
    end
end

function __shisa_value
    set -l kind $argv[1]
    set -l store $argv[2]
    switch $kind
        case '=*'
            string split ',' -- (string sub -s 2 -- $kind)
        case file
            __fish_complete_path (commandline -ct)
        case folder
            __fish_complete_directories (commandline -ct) ''
        case plan
            __shisa_stored plans "$store"
            __fish_complete_path (commandline -ct)
        case run
            __shisa_stored runs "$store"
        case snapshot
            __shisa_stored snapshots "$store"
    end
end

# What the option takes; nothing where it takes nothing.
function __shisa_takes
    for entry in $__shisa_valued
        if string match -q -- "$argv[1]:*" $entry
            string replace -- "$argv[1]:" '' $entry
            return
        end
    end
end

function __shisa_candidates
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l node shisa
    set -l seen 0
    set -l store ''
    set -l expected ''
    __shisa_node $node
    for word in $words[2..-1]
        if test -n "$expected"
            test "$option" = --store; and set store $word
            set expected ''
        else if string match -q -- '-*' $word
            set option $word
            set expected (__shisa_takes $word)
            if string match -q -- '--store=*' $word
                set store (string replace -- '--store=' '' $word)
            end
        else if test $seen -eq 0; and string match -q -- $word\t'*' $__shisa_members
            set node "$node $word"
            __shisa_node $node
        else
            set seen (math $seen + 1)
        end
    end
    if test -n "$expected"
        __shisa_value $expected "$store"
    else if string match -q -- '-*' $current
        printf '%s\n' $__shisa_options
    else if test (count $__shisa_members) -gt 0
        printf '%s\n' $__shisa_members
    else if test (count $__shisa_operands) -gt 0
        set -l place (math $seen + 1)
        if test $place -le (count $__shisa_operands)
            __shisa_value (string replace -r '^\*' '' -- $__shisa_operands[$place]) "$store"
        else if string match -q -- '\**' $__shisa_operands[-1]
            __shisa_value (string replace -r '^\*' '' -- $__shisa_operands[-1]) "$store"
        end
    end
    set -e __shisa_members
    set -e __shisa_options
    set -e __shisa_valued
    set -e __shisa_operands
end

complete -c shisa -f -a '(__shisa_candidates)'
