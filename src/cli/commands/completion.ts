import { UserError } from '../../common/errors.ts';

/** The hidden word that the scripts below ask with. */
export const COMPLETE_WORD = '__complete';

const BASH = `# k3d completion for bash: source <(k3d completion bash)
_k3d() {
  local word
  COMPREPLY=()
  while IFS= read -r word; do [ -z "$word" ] || COMPREPLY+=("$word"); done \\
    < <(k3d ${COMPLETE_WORD} "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  if [ \${#COMPREPLY[@]} = 0 ]; then compopt -o default 2>/dev/null; fi
}
complete -F _k3d k3d
`;

const ZSH = `#compdef k3d
# k3d completion for zsh: source <(k3d completion zsh), or put it into a folder of fpath as _k3d
_k3d() {
  local -a found
  found=("\${(@f)$(k3d ${COMPLETE_WORD} "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  found=(\${found:#})
  if (( \${#found} )); then compadd -- "\${found[@]}"; else _files; fi
}
if [ "$funcstack[1]" = _k3d ]; then _k3d "$@"; else compdef _k3d k3d; fi
`;

const FISH = `# k3d completion for fish: k3d completion fish | source
function __k3d_complete
    set -l words (commandline -opc) (commandline -ct)
    k3d ${COMPLETE_WORD} $words[2..-1] 2>/dev/null
end
complete -c k3d -f -a '(__k3d_complete)'
`;

const POWERSHELL = `# k3d completion for PowerShell: k3d completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName k3d -ScriptBlock {
    param($word, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
    if ($word -eq '') { $words += '' }
    & k3d ${COMPLETE_WORD} @words 2>$null | Where-Object { $_ -ne '' } | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
}
`;

const SCRIPTS: Readonly<Record<string, string>> = { bash: BASH, zsh: ZSH, fish: FISH, powershell: POWERSHELL };

/** `k3d completion` @throws UserError for another shell */
export function completion(shell: string): void {
  const script = SCRIPTS[shell];
  if (script === undefined) {
    throw new UserError(`argument SHELL: "${shell}" is not known: give ${Object.keys(SCRIPTS).join(', ')}`);
  }
  process.stdout.write(script);
}
