# Generated from schemas/ by `npm run generate`. Edit those instead.
terraform import polder_deployment.example deployment
