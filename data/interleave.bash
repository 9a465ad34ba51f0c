# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Completion for bash. Commands, options and strategies are asked of the program, so that they are its own.

# The words of --help's text $1 that the pattern $2 names.
_interleave_words ()
{
  printf '%s\n' "$1" | sed -nE "$2"
}

_interleave ()
{
  local cur prev command words='' help
  local program=${COMP_WORDS[0]}
  cur=${COMP_WORDS[COMP_CWORD]}
  prev=${COMP_WORDS[COMP_CWORD - 1]}
  command=${COMP_WORDS[1]}
  COMPREPLY=()

  # "--format=json" comes as three words.
  [ "$cur" = = ] && cur=
  [ "$prev" = = ] && prev=${COMP_WORDS[COMP_CWORD - 2]}

  if [ "$COMP_CWORD" = 1 ]; then
    help=$("$program" --help 2>/dev/null)
    words="$(_interleave_words "$help" 's/^  interleave ([a-z]+).*/\1/p') --lesson= --help --version"
  else
    case $prev in
      --left | --right)
        words=$(_interleave_words "$("$program" run --help 2>/dev/null)" 's/^  ([a-z]+[a-z-]*)  .*/\1/p')
        ;;
      --format) words='text json csv svg' ;;
      --group) words='processor worker task' ;;
      --paper) words='a4 letter' ;;
      --output | -o) mapfile -t COMPREPLY < <(compgen -f -- "$cur") && return ;;
      *)
        case $cur in
          -*)
            words=$(_interleave_words "$("$program" "$command" --help 2>/dev/null)" \
              's/^  (-., )?(--[a-z-]+=?).*/\2/p')
            ;;
          *)
            case $command in
              run | present | handout | --lesson)
                words=$("$program" list 2>/dev/null |
                  sed -nE 's/^ *([a-z0-9-]+(\/[a-z0-9-]+)?):.*/\1/p')
                ;;
            esac
            ;;
        esac
        ;;
    esac
  fi

  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
  # Options that take a value go on without a space.
  [ "${#COMPREPLY[@]}" = 1 ] && [ "${COMPREPLY[0]%=}" != "${COMPREPLY[0]}" ] && compopt -o nospace
  return 0
}

complete -o default -F _interleave interleave
