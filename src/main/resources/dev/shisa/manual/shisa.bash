# Completion of shisa for bash 3.2 or newer. Made by: shisa completion bash
# Nothing that was typed is evaluated, and shisa is not started: names of plans, runs and snapshots are names of files in the store.

_shisa_node() {
  case $1 in
@TABLE@
  esac
}

_shisa_offer() {
  local word
  for word in "$@"; do
    [[ $word == "$current"* ]] && COMPREPLY+=("$word")
  done
}

_shisa_stored() {
  local folder=$store entry
  [[ -n $folder ]] || folder=${SHISA_STORE:-${XDG_DATA_HOME:-$HOME/.local/share}/shisa}
  [[ $folder != "~/"* ]] || folder=$HOME/${folder:2}
  for entry in "$folder/$1"/*; do
    entry=${entry##*/}
    entry=${entry%.json}
    case $entry in
      "" | *[!A-Za-z0-9.-]*) ;;
      *) _shisa_offer "$entry" ;;
    esac
  done
}

_shisa_files() {
  local entry
  compopt -o filenames 2>/dev/null
  while IFS= read -r entry; do
    COMPREPLY+=("$entry")
  done < <(compgen "$1" -- "$current")
}

_shisa_value() {
  local IFS=' '
  case $1 in
    =*)
      IFS=,
      _shisa_offer ${1#=}
      ;;
    file) _shisa_files -f ;;
    folder) _shisa_files -d ;;
    plan)
      _shisa_stored plans
      _shisa_files -f
      ;;
    run) _shisa_stored runs ;;
    snapshot) _shisa_stored snapshots ;;
  esac
}

# Sets kind to what the option takes; fails where it takes nothing.
_shisa_takes() {
  local entry
  for entry in ${valued[@]+"${valued[@]}"}; do
    if [[ ${entry%%:*} == "$1" ]]; then
      kind=${entry#*:}
      return 0
    fi
  done
  return 1
}

_shisa_below() {
  local member
  for member in ${members[@]+"${members[@]}"}; do
    [[ $member != "$1" ]] || return 0
  done
  return 1
}

_shisa() {
  local current=${COMP_WORDS[COMP_CWORD]} node=shisa word kind store= operand
  local -a members options valued operands
  local -i at seen=0
  COMPREPLY=()
  _shisa_node "$node"
  for ((at = 1; at < COMP_CWORD; at++)); do
    word=${COMP_WORDS[at]}
    case $word in
      # Bash parts words at these signs.
      = | : | @) at+=1 ;;
      -*)
        if _shisa_takes "$word"; then
          if [[ ${COMP_WORDS[at + 1]} == "=" ]]; then
            at+=1
          fi
          if ((at + 1 >= COMP_CWORD)); then
            [[ $current != "=" ]] || current=
            _shisa_value "$kind"
            return
          fi
          at+=1
          [[ $word != --store ]] || store=${COMP_WORDS[at]}
        fi
        ;;
      *)
        if ((seen == 0)) && _shisa_below "$word"; then
          node="$node $word"
          _shisa_node "$node"
        else
          seen+=1
        fi
        ;;
    esac
  done
  if [[ $current == -* ]]; then
    _shisa_offer ${options[@]+"${options[@]}"}
  elif ((${#members[@]} > 0)); then
    _shisa_offer "${members[@]}"
  elif ((${#operands[@]} > 0)); then
    if ((seen < ${#operands[@]})); then
      _shisa_value "${operands[seen]#\*}"
    else
      operand=${operands[${#operands[@]} - 1]}
      [[ $operand != \** ]] || _shisa_value "${operand#\*}"
    fi
  fi
}

complete -F _shisa shisa
