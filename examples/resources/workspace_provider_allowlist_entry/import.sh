# Generated from schemas/ by `npm run generate`. Edit those instead.
terraform import polder_workspace_provider_allowlist_entry.example my-workspace-provider/my-organization
terraform import polder_workspace_provider_allowlist_entry.example wpa_0123456789abcdef
