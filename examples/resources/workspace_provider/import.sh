# Generated from schemas/ by `npm run generate`. Edit those instead.
terraform import polder_workspace_provider.example my-workspace-provider
terraform import polder_workspace_provider.example wsp_0123456789abcdef
