// Generated from schemas/ by `npm run generate`. Edit those instead.
"use strict";
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || (function () {
    var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function (o) {
            var ar = [];
            for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
            return ar;
        };
        return ownKeys(o);
    };
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        __setModuleDefault(result, mod);
        return result;
    };
})();
Object.defineProperty(exports, "__esModule", { value: true });
exports.provider = exports.dataPolderWorkspaceProviders = exports.dataPolderWorkspaceProviderAllowlistEntry = exports.dataPolderWorkspaceProviderAllowlistEntries = exports.dataPolderWorkspaceProvider = exports.dataPolderUsers = exports.dataPolderUser = exports.dataPolderOrganizations = exports.dataPolderOrganization = exports.dataPolderOrgQuotas = exports.dataPolderOrgQuota = exports.dataPolderOrgMemberships = exports.dataPolderOrgMembership = exports.dataPolderDeployments = exports.dataPolderDeployment = exports.dataPolderCustomRoles = exports.dataPolderCustomRole = exports.workspaceProviderAllowlistEntry = exports.workspaceProvider = exports.user = exports.organization = exports.orgQuota = exports.orgMembership = exports.deployment = exports.customRole = void 0;
exports.customRole = __importStar(require("./custom-role"));
exports.deployment = __importStar(require("./deployment"));
exports.orgMembership = __importStar(require("./org-membership"));
exports.orgQuota = __importStar(require("./org-quota"));
exports.organization = __importStar(require("./organization"));
exports.user = __importStar(require("./user"));
exports.workspaceProvider = __importStar(require("./workspace-provider"));
exports.workspaceProviderAllowlistEntry = __importStar(require("./workspace-provider-allowlist-entry"));
exports.dataPolderCustomRole = __importStar(require("./data-polder-custom-role"));
exports.dataPolderCustomRoles = __importStar(require("./data-polder-custom-roles"));
exports.dataPolderDeployment = __importStar(require("./data-polder-deployment"));
exports.dataPolderDeployments = __importStar(require("./data-polder-deployments"));
exports.dataPolderOrgMembership = __importStar(require("./data-polder-org-membership"));
exports.dataPolderOrgMemberships = __importStar(require("./data-polder-org-memberships"));
exports.dataPolderOrgQuota = __importStar(require("./data-polder-org-quota"));
exports.dataPolderOrgQuotas = __importStar(require("./data-polder-org-quotas"));
exports.dataPolderOrganization = __importStar(require("./data-polder-organization"));
exports.dataPolderOrganizations = __importStar(require("./data-polder-organizations"));
exports.dataPolderUser = __importStar(require("./data-polder-user"));
exports.dataPolderUsers = __importStar(require("./data-polder-users"));
exports.dataPolderWorkspaceProvider = __importStar(require("./data-polder-workspace-provider"));
exports.dataPolderWorkspaceProviderAllowlistEntries = __importStar(require("./data-polder-workspace-provider-allowlist-entries"));
exports.dataPolderWorkspaceProviderAllowlistEntry = __importStar(require("./data-polder-workspace-provider-allowlist-entry"));
exports.dataPolderWorkspaceProviders = __importStar(require("./data-polder-workspace-providers"));
exports.provider = __importStar(require("./provider"));
