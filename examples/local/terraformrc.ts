// Prints the path of a CLI configuration file with which `terraform init` or `tofu init` installs this checkout's provider.
import { installProvider } from './provider.ts'

console.log((await installProvider()).terraformrc)
