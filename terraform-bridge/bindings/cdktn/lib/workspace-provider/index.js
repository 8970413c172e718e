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
exports.WorkspaceProvider = exports.WorkspaceProviderTolerationsList = exports.WorkspaceProviderTolerationsOutputReference = exports.WorkspaceProviderTimeoutsOutputReference = exports.WorkspaceProviderClusterOutputReference = void 0;
exports.workspaceProviderClusterToTerraform = workspaceProviderClusterToTerraform;
exports.workspaceProviderClusterToHclTerraform = workspaceProviderClusterToHclTerraform;
exports.workspaceProviderTimeoutsToTerraform = workspaceProviderTimeoutsToTerraform;
exports.workspaceProviderTimeoutsToHclTerraform = workspaceProviderTimeoutsToHclTerraform;
exports.workspaceProviderTolerationsToTerraform = workspaceProviderTolerationsToTerraform;
exports.workspaceProviderTolerationsToHclTerraform = workspaceProviderTolerationsToHclTerraform;
const cdktf = __importStar(require("cdktn"));
function workspaceProviderClusterToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        ca_data: cdktf.stringToTerraform(struct.caData),
        server: cdktf.stringToTerraform(struct.server),
    };
}
function workspaceProviderClusterToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        ca_data: {
            value: cdktf.stringToHclTerraform(struct.caData),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        server: {
            value: cdktf.stringToHclTerraform(struct.server),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class WorkspaceProviderClusterOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._caData !== undefined) {
            hasAnyValues = true;
            internalValueResult.caData = this._caData;
        }
        if (this._server !== undefined) {
            hasAnyValues = true;
            internalValueResult.server = this._server;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._caData = undefined;
            this._server = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._caData = value.caData;
            this._server = value.server;
        }
    }
    // ca_data - computed: false, optional: true, required: false
    _caData;
    get caData() {
        return this.getStringAttribute('ca_data');
    }
    set caData(value) {
        this._caData = value;
    }
    resetCaData() {
        this._caData = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get caDataInput() {
        return this._caData;
    }
    // server - computed: false, optional: false, required: true
    _server;
    get server() {
        return this.getStringAttribute('server');
    }
    set server(value) {
        this._server = value;
    }
    // Temporarily expose input value. Use with caution.
    get serverInput() {
        return this._server;
    }
}
exports.WorkspaceProviderClusterOutputReference = WorkspaceProviderClusterOutputReference;
function workspaceProviderTimeoutsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        create: cdktf.stringToTerraform(struct.create),
        delete: cdktf.stringToTerraform(struct.delete),
        update: cdktf.stringToTerraform(struct.update),
    };
}
function workspaceProviderTimeoutsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        create: {
            value: cdktf.stringToHclTerraform(struct.create),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        delete: {
            value: cdktf.stringToHclTerraform(struct.delete),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        update: {
            value: cdktf.stringToHclTerraform(struct.update),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class WorkspaceProviderTimeoutsOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._create !== undefined) {
            hasAnyValues = true;
            internalValueResult.create = this._create;
        }
        if (this._delete !== undefined) {
            hasAnyValues = true;
            internalValueResult.delete = this._delete;
        }
        if (this._update !== undefined) {
            hasAnyValues = true;
            internalValueResult.update = this._update;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._create = undefined;
            this._delete = undefined;
            this._update = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._create = value.create;
            this._delete = value.delete;
            this._update = value.update;
        }
    }
    // create - computed: false, optional: true, required: false
    _create;
    get create() {
        return this.getStringAttribute('create');
    }
    set create(value) {
        this._create = value;
    }
    resetCreate() {
        this._create = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get createInput() {
        return this._create;
    }
    // delete - computed: false, optional: true, required: false
    _delete;
    get delete() {
        return this.getStringAttribute('delete');
    }
    set delete(value) {
        this._delete = value;
    }
    resetDelete() {
        this._delete = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get deleteInput() {
        return this._delete;
    }
    // update - computed: false, optional: true, required: false
    _update;
    get update() {
        return this.getStringAttribute('update');
    }
    set update(value) {
        this._update = value;
    }
    resetUpdate() {
        this._update = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get updateInput() {
        return this._update;
    }
}
exports.WorkspaceProviderTimeoutsOutputReference = WorkspaceProviderTimeoutsOutputReference;
function workspaceProviderTolerationsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        effect: cdktf.stringToTerraform(struct.effect),
        key: cdktf.stringToTerraform(struct.key),
        operator: cdktf.stringToTerraform(struct.operator),
        toleration_seconds: cdktf.numberToTerraform(struct.tolerationSeconds),
        value: cdktf.stringToTerraform(struct.value),
    };
}
function workspaceProviderTolerationsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        effect: {
            value: cdktf.stringToHclTerraform(struct.effect),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        key: {
            value: cdktf.stringToHclTerraform(struct.key),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        operator: {
            value: cdktf.stringToHclTerraform(struct.operator),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        toleration_seconds: {
            value: cdktf.numberToHclTerraform(struct.tolerationSeconds),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        value: {
            value: cdktf.stringToHclTerraform(struct.value),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class WorkspaceProviderTolerationsOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
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
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._effect !== undefined) {
            hasAnyValues = true;
            internalValueResult.effect = this._effect;
        }
        if (this._key !== undefined) {
            hasAnyValues = true;
            internalValueResult.key = this._key;
        }
        if (this._operator !== undefined) {
            hasAnyValues = true;
            internalValueResult.operator = this._operator;
        }
        if (this._tolerationSeconds !== undefined) {
            hasAnyValues = true;
            internalValueResult.tolerationSeconds = this._tolerationSeconds;
        }
        if (this._value !== undefined) {
            hasAnyValues = true;
            internalValueResult.value = this._value;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._effect = undefined;
            this._key = undefined;
            this._operator = undefined;
            this._tolerationSeconds = undefined;
            this._value = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._effect = value.effect;
            this._key = value.key;
            this._operator = value.operator;
            this._tolerationSeconds = value.tolerationSeconds;
            this._value = value.value;
        }
    }
    // effect - computed: true, optional: true, required: false
    _effect;
    get effect() {
        return this.getStringAttribute('effect');
    }
    set effect(value) {
        this._effect = value;
    }
    resetEffect() {
        this._effect = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get effectInput() {
        return this._effect;
    }
    // key - computed: true, optional: true, required: false
    _key;
    get key() {
        return this.getStringAttribute('key');
    }
    set key(value) {
        this._key = value;
    }
    resetKey() {
        this._key = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get keyInput() {
        return this._key;
    }
    // operator - computed: true, optional: true, required: false
    _operator;
    get operator() {
        return this.getStringAttribute('operator');
    }
    set operator(value) {
        this._operator = value;
    }
    resetOperator() {
        this._operator = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get operatorInput() {
        return this._operator;
    }
    // toleration_seconds - computed: true, optional: true, required: false
    _tolerationSeconds;
    get tolerationSeconds() {
        return this.getNumberAttribute('toleration_seconds');
    }
    set tolerationSeconds(value) {
        this._tolerationSeconds = value;
    }
    resetTolerationSeconds() {
        this._tolerationSeconds = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get tolerationSecondsInput() {
        return this._tolerationSeconds;
    }
    // value - computed: true, optional: true, required: false
    _value;
    get value() {
        return this.getStringAttribute('value');
    }
    set value(value) {
        this._value = value;
    }
    resetValue() {
        this._value = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get valueInput() {
        return this._value;
    }
}
exports.WorkspaceProviderTolerationsOutputReference = WorkspaceProviderTolerationsOutputReference;
class WorkspaceProviderTolerationsList extends cdktf.ComplexList {
    terraformResource;
    terraformAttribute;
    wrapsSet;
    internalValue;
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
        return new WorkspaceProviderTolerationsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.WorkspaceProviderTolerationsList = WorkspaceProviderTolerationsList;
/**
* Represents a `polder_workspace_provider`
*/
class WorkspaceProvider extends cdktf.TerraformResource {
    // =================
    // STATIC PROPERTIES
    // =================
    static tfResourceType = "polder_workspace_provider";
    // ==============
    // STATIC Methods
    // ==============
    /**
    * Generates CDKTF code for importing a WorkspaceProvider resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the WorkspaceProvider to import
    * @param importFromId The id of the existing WorkspaceProvider that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the WorkspaceProvider to import is found
    */
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "polder_workspace_provider", importId: importFromId, provider });
    }
    // ===========
    // INITIALIZER
    // ===========
    /**
    * Create a new `polder_workspace_provider` Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options WorkspaceProviderConfig
    */
    constructor(scope, id, config) {
        super(scope, id, {
            terraformResourceType: 'polder_workspace_provider',
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
        this._adopt = config.adopt;
        this._allowedOrganizations = config.allowedOrganizations;
        this._clientCertificate = config.clientCertificate;
        this._clientKey = config.clientKey;
        this._clientKeyVersion = config.clientKeyVersion;
        this._cluster.internalValue = config.cluster;
        this._cordonReason = config.cordonReason;
        this._displayName = config.displayName;
        this._forceDestroy = config.forceDestroy;
        this._gpuResource = config.gpuResource;
        this._labels = config.labels;
        this._name = config.name;
        this._namespace = config.namespace;
        this._namespaceMode = config.namespaceMode;
        this._nodeSelector = config.nodeSelector;
        this._region = config.region;
        this._storageClass = config.storageClass;
        this._timeouts.internalValue = config.timeouts;
        this._token = config.token;
        this._tokenVersion = config.tokenVersion;
        this._tolerations.internalValue = config.tolerations;
    }
    // ==========
    // ATTRIBUTES
    // ==========
    // adopt - computed: true, optional: true, required: false
    _adopt;
    get adopt() {
        return this.getBooleanAttribute('adopt');
    }
    set adopt(value) {
        this._adopt = value;
    }
    resetAdopt() {
        this._adopt = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get adoptInput() {
        return this._adopt;
    }
    // allowed_organizations - computed: true, optional: true, required: false
    _allowedOrganizations;
    get allowedOrganizations() {
        return cdktf.Fn.tolist(this.getListAttribute('allowed_organizations'));
    }
    set allowedOrganizations(value) {
        this._allowedOrganizations = value;
    }
    resetAllowedOrganizations() {
        this._allowedOrganizations = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get allowedOrganizationsInput() {
        return this._allowedOrganizations;
    }
    // built_in - computed: true, optional: false, required: false
    get builtIn() {
        return this.getBooleanAttribute('built_in');
    }
    // client_certificate - computed: false, optional: true, required: false
    _clientCertificate;
    get clientCertificate() {
        return this.getStringAttribute('client_certificate');
    }
    set clientCertificate(value) {
        this._clientCertificate = value;
    }
    resetClientCertificate() {
        this._clientCertificate = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get clientCertificateInput() {
        return this._clientCertificate;
    }
    // client_key - computed: false, optional: true, required: false
    _clientKey;
    get clientKey() {
        return this.getStringAttribute('client_key');
    }
    set clientKey(value) {
        this._clientKey = value;
    }
    resetClientKey() {
        this._clientKey = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get clientKeyInput() {
        return this._clientKey;
    }
    // client_key_version - computed: false, optional: true, required: false
    _clientKeyVersion;
    get clientKeyVersion() {
        return this.getNumberAttribute('client_key_version');
    }
    set clientKeyVersion(value) {
        this._clientKeyVersion = value;
    }
    resetClientKeyVersion() {
        this._clientKeyVersion = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get clientKeyVersionInput() {
        return this._clientKeyVersion;
    }
    // cluster - computed: false, optional: true, required: false
    _cluster = new WorkspaceProviderClusterOutputReference(this, "cluster");
    get cluster() {
        return this._cluster;
    }
    putCluster(value) {
        this._cluster.internalValue = value;
    }
    resetCluster() {
        this._cluster.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get clusterInput() {
        return this._cluster.internalValue;
    }
    // cordon_reason - computed: false, optional: true, required: false
    _cordonReason;
    get cordonReason() {
        return this.getStringAttribute('cordon_reason');
    }
    set cordonReason(value) {
        this._cordonReason = value;
    }
    resetCordonReason() {
        this._cordonReason = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get cordonReasonInput() {
        return this._cordonReason;
    }
    // created_at - computed: true, optional: false, required: false
    get createdAt() {
        return this.getStringAttribute('created_at');
    }
    // display_name - computed: true, optional: true, required: false
    _displayName;
    get displayName() {
        return this.getStringAttribute('display_name');
    }
    set displayName(value) {
        this._displayName = value;
    }
    resetDisplayName() {
        this._displayName = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get displayNameInput() {
        return this._displayName;
    }
    // force_destroy - computed: true, optional: true, required: false
    _forceDestroy;
    get forceDestroy() {
        return this.getBooleanAttribute('force_destroy');
    }
    set forceDestroy(value) {
        this._forceDestroy = value;
    }
    resetForceDestroy() {
        this._forceDestroy = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get forceDestroyInput() {
        return this._forceDestroy;
    }
    // gpu_resource - computed: true, optional: true, required: false
    _gpuResource;
    get gpuResource() {
        return this.getStringAttribute('gpu_resource');
    }
    set gpuResource(value) {
        this._gpuResource = value;
    }
    resetGpuResource() {
        this._gpuResource = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get gpuResourceInput() {
        return this._gpuResource;
    }
    // id - computed: true, optional: false, required: false
    get id() {
        return this.getStringAttribute('id');
    }
    // labels - computed: true, optional: true, required: false
    _labels;
    get labels() {
        return this.getStringMapAttribute('labels');
    }
    set labels(value) {
        this._labels = value;
    }
    resetLabels() {
        this._labels = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get labelsInput() {
        return this._labels;
    }
    // name - computed: false, optional: false, required: true
    _name;
    get name() {
        return this.getStringAttribute('name');
    }
    set name(value) {
        this._name = value;
    }
    // Temporarily expose input value. Use with caution.
    get nameInput() {
        return this._name;
    }
    // namespace - computed: false, optional: false, required: true
    _namespace;
    get namespace() {
        return this.getStringAttribute('namespace');
    }
    set namespace(value) {
        this._namespace = value;
    }
    // Temporarily expose input value. Use with caution.
    get namespaceInput() {
        return this._namespace;
    }
    // namespace_mode - computed: true, optional: true, required: false
    _namespaceMode;
    get namespaceMode() {
        return this.getStringAttribute('namespace_mode');
    }
    set namespaceMode(value) {
        this._namespaceMode = value;
    }
    resetNamespaceMode() {
        this._namespaceMode = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get namespaceModeInput() {
        return this._namespaceMode;
    }
    // node_selector - computed: true, optional: true, required: false
    _nodeSelector;
    get nodeSelector() {
        return this.getStringMapAttribute('node_selector');
    }
    set nodeSelector(value) {
        this._nodeSelector = value;
    }
    resetNodeSelector() {
        this._nodeSelector = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get nodeSelectorInput() {
        return this._nodeSelector;
    }
    // reconciled - computed: true, optional: false, required: false
    get reconciled() {
        return this.getBooleanAttribute('reconciled');
    }
    // region - computed: false, optional: true, required: false
    _region;
    get region() {
        return this.getStringAttribute('region');
    }
    set region(value) {
        this._region = value;
    }
    resetRegion() {
        this._region = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get regionInput() {
        return this._region;
    }
    // storage_class - computed: false, optional: true, required: false
    _storageClass;
    get storageClass() {
        return this.getStringAttribute('storage_class');
    }
    set storageClass(value) {
        this._storageClass = value;
    }
    resetStorageClass() {
        this._storageClass = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get storageClassInput() {
        return this._storageClass;
    }
    // timeouts - computed: false, optional: true, required: false
    _timeouts = new WorkspaceProviderTimeoutsOutputReference(this, "timeouts");
    get timeouts() {
        return this._timeouts;
    }
    putTimeouts(value) {
        this._timeouts.internalValue = value;
    }
    resetTimeouts() {
        this._timeouts.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get timeoutsInput() {
        return this._timeouts.internalValue;
    }
    // token - computed: false, optional: true, required: false
    _token;
    get token() {
        return this.getStringAttribute('token');
    }
    set token(value) {
        this._token = value;
    }
    resetToken() {
        this._token = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get tokenInput() {
        return this._token;
    }
    // token_version - computed: false, optional: true, required: false
    _tokenVersion;
    get tokenVersion() {
        return this.getNumberAttribute('token_version');
    }
    set tokenVersion(value) {
        this._tokenVersion = value;
    }
    resetTokenVersion() {
        this._tokenVersion = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get tokenVersionInput() {
        return this._tokenVersion;
    }
    // tolerations - computed: true, optional: true, required: false
    _tolerations = new WorkspaceProviderTolerationsList(this, "tolerations", true);
    get tolerations() {
        return this._tolerations;
    }
    putTolerations(value) {
        this._tolerations.internalValue = value;
    }
    resetTolerations() {
        this._tolerations.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get tolerationsInput() {
        return this._tolerations.internalValue;
    }
    // =========
    // SYNTHESIS
    // =========
    synthesizeAttributes() {
        return {
            adopt: cdktf.booleanToTerraform(this._adopt),
            allowed_organizations: cdktf.listMapper(cdktf.stringToTerraform, false)(this._allowedOrganizations),
            client_certificate: cdktf.stringToTerraform(this._clientCertificate),
            client_key: cdktf.stringToTerraform(this._clientKey),
            client_key_version: cdktf.numberToTerraform(this._clientKeyVersion),
            cluster: workspaceProviderClusterToTerraform(this._cluster.internalValue),
            cordon_reason: cdktf.stringToTerraform(this._cordonReason),
            display_name: cdktf.stringToTerraform(this._displayName),
            force_destroy: cdktf.booleanToTerraform(this._forceDestroy),
            gpu_resource: cdktf.stringToTerraform(this._gpuResource),
            labels: cdktf.hashMapper(cdktf.stringToTerraform)(this._labels),
            name: cdktf.stringToTerraform(this._name),
            namespace: cdktf.stringToTerraform(this._namespace),
            namespace_mode: cdktf.stringToTerraform(this._namespaceMode),
            node_selector: cdktf.hashMapper(cdktf.stringToTerraform)(this._nodeSelector),
            region: cdktf.stringToTerraform(this._region),
            storage_class: cdktf.stringToTerraform(this._storageClass),
            timeouts: workspaceProviderTimeoutsToTerraform(this._timeouts.internalValue),
            token: cdktf.stringToTerraform(this._token),
            token_version: cdktf.numberToTerraform(this._tokenVersion),
            tolerations: cdktf.listMapper(workspaceProviderTolerationsToTerraform, false)(this._tolerations.internalValue),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            adopt: {
                value: cdktf.booleanToHclTerraform(this._adopt),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            allowed_organizations: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._allowedOrganizations),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
            client_certificate: {
                value: cdktf.stringToHclTerraform(this._clientCertificate),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            client_key: {
                value: cdktf.stringToHclTerraform(this._clientKey),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            client_key_version: {
                value: cdktf.numberToHclTerraform(this._clientKeyVersion),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            cluster: {
                value: workspaceProviderClusterToHclTerraform(this._cluster.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "WorkspaceProviderCluster",
            },
            cordon_reason: {
                value: cdktf.stringToHclTerraform(this._cordonReason),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            display_name: {
                value: cdktf.stringToHclTerraform(this._displayName),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            force_destroy: {
                value: cdktf.booleanToHclTerraform(this._forceDestroy),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            gpu_resource: {
                value: cdktf.stringToHclTerraform(this._gpuResource),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            labels: {
                value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._labels),
                isBlock: false,
                type: "map",
                storageClassType: "stringMap",
            },
            name: {
                value: cdktf.stringToHclTerraform(this._name),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            namespace: {
                value: cdktf.stringToHclTerraform(this._namespace),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            namespace_mode: {
                value: cdktf.stringToHclTerraform(this._namespaceMode),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            node_selector: {
                value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._nodeSelector),
                isBlock: false,
                type: "map",
                storageClassType: "stringMap",
            },
            region: {
                value: cdktf.stringToHclTerraform(this._region),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            storage_class: {
                value: cdktf.stringToHclTerraform(this._storageClass),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            timeouts: {
                value: workspaceProviderTimeoutsToHclTerraform(this._timeouts.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "WorkspaceProviderTimeouts",
            },
            token: {
                value: cdktf.stringToHclTerraform(this._token),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            token_version: {
                value: cdktf.numberToHclTerraform(this._tokenVersion),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            tolerations: {
                value: cdktf.listMapperHcl(workspaceProviderTolerationsToHclTerraform, false)(this._tolerations.internalValue),
                isBlock: true,
                type: "set",
                storageClassType: "WorkspaceProviderTolerationsList",
            },
        };
        // remove undefined attributes
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.WorkspaceProvider = WorkspaceProvider;
