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
exports.Deployment = void 0;
const cdktf = __importStar(require("cdktn"));
/**
* Represents a `polder_deployment`
*/
class Deployment extends cdktf.TerraformResource {
    // =================
    // STATIC PROPERTIES
    // =================
    static tfResourceType = "polder_deployment";
    // ==============
    // STATIC Methods
    // ==============
    /**
    * Generates CDKTF code for importing a Deployment resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the Deployment to import
    * @param importFromId The id of the existing Deployment that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the Deployment to import is found
    */
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "polder_deployment", importId: importFromId, provider });
    }
    // ===========
    // INITIALIZER
    // ===========
    /**
    * Create a new `polder_deployment` Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DeploymentConfig = {}
    */
    constructor(scope, id, config = {}) {
        super(scope, id, {
            terraformResourceType: 'polder_deployment',
            terraformGeneratorMetadata: {
                providerName: 'polder'
            },
            provider: config.provider,
            dependsOn: config.dependsOn,
            count: config.count,
            lifecycle: config.lifecycle,
            provisioners: config.provisioners,
            connection: config.connection,
            forEach: config.forEach
        });
        this._defaultOrganization = config.defaultOrganization;
        this._defaultWorkspaceProvider = config.defaultWorkspaceProvider;
    }
    // ==========
    // ATTRIBUTES
    // ==========
    // created_at - computed: true, optional: false, required: false
    get createdAt() {
        return this.getStringAttribute('created_at');
    }
    // default_organization - computed: true, optional: true, required: false
    _defaultOrganization;
    get defaultOrganization() {
        return this.getStringAttribute('default_organization');
    }
    set defaultOrganization(value) {
        this._defaultOrganization = value;
    }
    resetDefaultOrganization() {
        this._defaultOrganization = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get defaultOrganizationInput() {
        return this._defaultOrganization;
    }
    // default_workspace_provider - computed: true, optional: true, required: false
    _defaultWorkspaceProvider;
    get defaultWorkspaceProvider() {
        return this.getStringAttribute('default_workspace_provider');
    }
    set defaultWorkspaceProvider(value) {
        this._defaultWorkspaceProvider = value;
    }
    resetDefaultWorkspaceProvider() {
        this._defaultWorkspaceProvider = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get defaultWorkspaceProviderInput() {
        return this._defaultWorkspaceProvider;
    }
    // id - computed: true, optional: false, required: false
    get id() {
        return this.getStringAttribute('id');
    }
    // uid - computed: true, optional: false, required: false
    get uid() {
        return this.getStringAttribute('uid');
    }
    // =========
    // SYNTHESIS
    // =========
    synthesizeAttributes() {
        return {
            default_organization: cdktf.stringToTerraform(this._defaultOrganization),
            default_workspace_provider: cdktf.stringToTerraform(this._defaultWorkspaceProvider),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            default_organization: {
                value: cdktf.stringToHclTerraform(this._defaultOrganization),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            default_workspace_provider: {
                value: cdktf.stringToHclTerraform(this._defaultWorkspaceProvider),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
        };
        // remove undefined attributes
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.Deployment = Deployment;
