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
exports.DataPolderDeployments = exports.DataPolderDeploymentsDeploymentsList = exports.DataPolderDeploymentsDeploymentsOutputReference = void 0;
exports.dataPolderDeploymentsDeploymentsToTerraform = dataPolderDeploymentsDeploymentsToTerraform;
exports.dataPolderDeploymentsDeploymentsToHclTerraform = dataPolderDeploymentsDeploymentsToHclTerraform;
const cdktf = __importStar(require("cdktn"));
function dataPolderDeploymentsDeploymentsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {};
}
function dataPolderDeploymentsDeploymentsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {};
    return attrs;
}
class DataPolderDeploymentsDeploymentsOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
        }
    }
    // created_at - computed: true, optional: false, required: false
    get createdAt() {
        return this.getStringAttribute('created_at');
    }
    // default_organization - computed: true, optional: false, required: false
    get defaultOrganization() {
        return this.getStringAttribute('default_organization');
    }
    // default_organization_id - computed: true, optional: false, required: false
    get defaultOrganizationId() {
        return this.getStringAttribute('default_organization_id');
    }
    // default_workspace_provider - computed: true, optional: false, required: false
    get defaultWorkspaceProvider() {
        return this.getStringAttribute('default_workspace_provider');
    }
    // default_workspace_provider_id - computed: true, optional: false, required: false
    get defaultWorkspaceProviderId() {
        return this.getStringAttribute('default_workspace_provider_id');
    }
    // generation - computed: true, optional: false, required: false
    get generation() {
        return this.getNumberAttribute('generation');
    }
    // id - computed: true, optional: false, required: false
    get id() {
        return this.getStringAttribute('id');
    }
    // uid - computed: true, optional: false, required: false
    get uid() {
        return this.getStringAttribute('uid');
    }
    // updated_at - computed: true, optional: false, required: false
    get updatedAt() {
        return this.getStringAttribute('updated_at');
    }
}
exports.DataPolderDeploymentsDeploymentsOutputReference = DataPolderDeploymentsDeploymentsOutputReference;
class DataPolderDeploymentsDeploymentsList extends cdktf.ComplexList {
    terraformResource;
    terraformAttribute;
    wrapsSet;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    /**
    * @param index the index of the item to return
    */
    get(index) {
        return new DataPolderDeploymentsDeploymentsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataPolderDeploymentsDeploymentsList = DataPolderDeploymentsDeploymentsList;
/**
* Represents a `polder_deployments`
*/
class DataPolderDeployments extends cdktf.TerraformDataSource {
    // =================
    // STATIC PROPERTIES
    // =================
    static tfResourceType = "polder_deployments";
    // ==============
    // STATIC Methods
    // ==============
    /**
    * Generates CDKTF code for importing a DataPolderDeployments resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataPolderDeployments to import
    * @param importFromId The id of the existing DataPolderDeployments that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataPolderDeployments to import is found
    */
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "polder_deployments", importId: importFromId, provider });
    }
    // ===========
    // INITIALIZER
    // ===========
    /**
    * Create a new `polder_deployments` Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataPolderDeploymentsConfig = {}
    */
    constructor(scope, id, config = {}) {
        super(scope, id, {
            terraformResourceType: 'polder_deployments',
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
        this._ids = config.ids;
    }
    // ==========
    // ATTRIBUTES
    // ==========
    // default_organization - computed: false, optional: true, required: false
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
    // default_workspace_provider - computed: false, optional: true, required: false
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
    // deployments - computed: true, optional: false, required: false
    _deployments = new DataPolderDeploymentsDeploymentsList(this, "deployments", false);
    get deployments() {
        return this._deployments;
    }
    // ids - computed: false, optional: true, required: false
    _ids;
    get ids() {
        return cdktf.Fn.tolist(this.getListAttribute('ids'));
    }
    set ids(value) {
        this._ids = value;
    }
    resetIds() {
        this._ids = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get idsInput() {
        return this._ids;
    }
    // =========
    // SYNTHESIS
    // =========
    synthesizeAttributes() {
        return {
            default_organization: cdktf.stringToTerraform(this._defaultOrganization),
            default_workspace_provider: cdktf.stringToTerraform(this._defaultWorkspaceProvider),
            ids: cdktf.listMapper(cdktf.stringToTerraform, false)(this._ids),
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
            ids: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._ids),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
        };
        // remove undefined attributes
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.DataPolderDeployments = DataPolderDeployments;
