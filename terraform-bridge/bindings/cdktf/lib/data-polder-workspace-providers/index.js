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
exports.DataPolderWorkspaceProviders = exports.DataPolderWorkspaceProvidersWorkspaceProvidersList = exports.DataPolderWorkspaceProvidersWorkspaceProvidersOutputReference = exports.DataPolderWorkspaceProvidersWorkspaceProvidersTolerationsList = exports.DataPolderWorkspaceProvidersWorkspaceProvidersTolerationsOutputReference = exports.DataPolderWorkspaceProvidersWorkspaceProvidersStatusOutputReference = exports.DataPolderWorkspaceProvidersWorkspaceProvidersConditionsList = exports.DataPolderWorkspaceProvidersWorkspaceProvidersConditionsOutputReference = exports.DataPolderWorkspaceProvidersWorkspaceProvidersClusterOutputReference = void 0;
exports.dataPolderWorkspaceProvidersWorkspaceProvidersClusterToTerraform = dataPolderWorkspaceProvidersWorkspaceProvidersClusterToTerraform;
exports.dataPolderWorkspaceProvidersWorkspaceProvidersClusterToHclTerraform = dataPolderWorkspaceProvidersWorkspaceProvidersClusterToHclTerraform;
exports.dataPolderWorkspaceProvidersWorkspaceProvidersConditionsToTerraform = dataPolderWorkspaceProvidersWorkspaceProvidersConditionsToTerraform;
exports.dataPolderWorkspaceProvidersWorkspaceProvidersConditionsToHclTerraform = dataPolderWorkspaceProvidersWorkspaceProvidersConditionsToHclTerraform;
exports.dataPolderWorkspaceProvidersWorkspaceProvidersStatusToTerraform = dataPolderWorkspaceProvidersWorkspaceProvidersStatusToTerraform;
exports.dataPolderWorkspaceProvidersWorkspaceProvidersStatusToHclTerraform = dataPolderWorkspaceProvidersWorkspaceProvidersStatusToHclTerraform;
exports.dataPolderWorkspaceProvidersWorkspaceProvidersTolerationsToTerraform = dataPolderWorkspaceProvidersWorkspaceProvidersTolerationsToTerraform;
exports.dataPolderWorkspaceProvidersWorkspaceProvidersTolerationsToHclTerraform = dataPolderWorkspaceProvidersWorkspaceProvidersTolerationsToHclTerraform;
exports.dataPolderWorkspaceProvidersWorkspaceProvidersToTerraform = dataPolderWorkspaceProvidersWorkspaceProvidersToTerraform;
exports.dataPolderWorkspaceProvidersWorkspaceProvidersToHclTerraform = dataPolderWorkspaceProvidersWorkspaceProvidersToHclTerraform;
const cdktf = __importStar(require("cdktf"));
function dataPolderWorkspaceProvidersWorkspaceProvidersClusterToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {};
}
function dataPolderWorkspaceProvidersWorkspaceProvidersClusterToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {};
    return attrs;
}
class DataPolderWorkspaceProvidersWorkspaceProvidersClusterOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
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
    // ca_data - computed: true, optional: false, required: false
    get caData() {
        return this.getStringAttribute('ca_data');
    }
    // server - computed: true, optional: false, required: false
    get server() {
        return this.getStringAttribute('server');
    }
}
exports.DataPolderWorkspaceProvidersWorkspaceProvidersClusterOutputReference = DataPolderWorkspaceProvidersWorkspaceProvidersClusterOutputReference;
function dataPolderWorkspaceProvidersWorkspaceProvidersConditionsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {};
}
function dataPolderWorkspaceProvidersWorkspaceProvidersConditionsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {};
    return attrs;
}
class DataPolderWorkspaceProvidersWorkspaceProvidersConditionsOutputReference extends cdktf.ComplexObject {
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
    // last_transition_time - computed: true, optional: false, required: false
    get lastTransitionTime() {
        return this.getStringAttribute('last_transition_time');
    }
    // message - computed: true, optional: false, required: false
    get message() {
        return this.getStringAttribute('message');
    }
    // observed_generation - computed: true, optional: false, required: false
    get observedGeneration() {
        return this.getNumberAttribute('observed_generation');
    }
    // reason - computed: true, optional: false, required: false
    get reason() {
        return this.getStringAttribute('reason');
    }
    // status - computed: true, optional: false, required: false
    get status() {
        return this.getStringAttribute('status');
    }
    // type - computed: true, optional: false, required: false
    get type() {
        return this.getStringAttribute('type');
    }
}
exports.DataPolderWorkspaceProvidersWorkspaceProvidersConditionsOutputReference = DataPolderWorkspaceProvidersWorkspaceProvidersConditionsOutputReference;
class DataPolderWorkspaceProvidersWorkspaceProvidersConditionsList extends cdktf.ComplexList {
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
        return new DataPolderWorkspaceProvidersWorkspaceProvidersConditionsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataPolderWorkspaceProvidersWorkspaceProvidersConditionsList = DataPolderWorkspaceProvidersWorkspaceProvidersConditionsList;
function dataPolderWorkspaceProvidersWorkspaceProvidersStatusToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {};
}
function dataPolderWorkspaceProvidersWorkspaceProvidersStatusToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {};
    return attrs;
}
class DataPolderWorkspaceProvidersWorkspaceProvidersStatusOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
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
    // message - computed: true, optional: false, required: false
    get message() {
        return this.getStringAttribute('message');
    }
    // reason - computed: true, optional: false, required: false
    get reason() {
        return this.getStringAttribute('reason');
    }
    // reconciling - computed: true, optional: false, required: false
    get reconciling() {
        return this.getBooleanAttribute('reconciling');
    }
    // state - computed: true, optional: false, required: false
    get state() {
        return this.getStringAttribute('state');
    }
}
exports.DataPolderWorkspaceProvidersWorkspaceProvidersStatusOutputReference = DataPolderWorkspaceProvidersWorkspaceProvidersStatusOutputReference;
function dataPolderWorkspaceProvidersWorkspaceProvidersTolerationsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {};
}
function dataPolderWorkspaceProvidersWorkspaceProvidersTolerationsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {};
    return attrs;
}
class DataPolderWorkspaceProvidersWorkspaceProvidersTolerationsOutputReference extends cdktf.ComplexObject {
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
    // effect - computed: true, optional: false, required: false
    get effect() {
        return this.getStringAttribute('effect');
    }
    // key - computed: true, optional: false, required: false
    get key() {
        return this.getStringAttribute('key');
    }
    // operator - computed: true, optional: false, required: false
    get operator() {
        return this.getStringAttribute('operator');
    }
    // toleration_seconds - computed: true, optional: false, required: false
    get tolerationSeconds() {
        return this.getNumberAttribute('toleration_seconds');
    }
    // value - computed: true, optional: false, required: false
    get value() {
        return this.getStringAttribute('value');
    }
}
exports.DataPolderWorkspaceProvidersWorkspaceProvidersTolerationsOutputReference = DataPolderWorkspaceProvidersWorkspaceProvidersTolerationsOutputReference;
class DataPolderWorkspaceProvidersWorkspaceProvidersTolerationsList extends cdktf.ComplexList {
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
        return new DataPolderWorkspaceProvidersWorkspaceProvidersTolerationsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataPolderWorkspaceProvidersWorkspaceProvidersTolerationsList = DataPolderWorkspaceProvidersWorkspaceProvidersTolerationsList;
function dataPolderWorkspaceProvidersWorkspaceProvidersToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {};
}
function dataPolderWorkspaceProvidersWorkspaceProvidersToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {};
    return attrs;
}
class DataPolderWorkspaceProvidersWorkspaceProvidersOutputReference extends cdktf.ComplexObject {
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
    // address - computed: true, optional: false, required: false
    get address() {
        return this.getStringAttribute('address');
    }
    // adopt - computed: true, optional: false, required: false
    get adopt() {
        return this.getBooleanAttribute('adopt');
    }
    // allowed_organization_ids - computed: true, optional: false, required: false
    get allowedOrganizationIds() {
        return cdktf.Fn.tolist(this.getListAttribute('allowed_organization_ids'));
    }
    // allowed_organizations - computed: true, optional: false, required: false
    get allowedOrganizations() {
        return cdktf.Fn.tolist(this.getListAttribute('allowed_organizations'));
    }
    // built_in - computed: true, optional: false, required: false
    get builtIn() {
        return this.getBooleanAttribute('built_in');
    }
    // client_certificate - computed: true, optional: false, required: false
    get clientCertificate() {
        return this.getStringAttribute('client_certificate');
    }
    // client_key_version - computed: true, optional: false, required: false
    get clientKeyVersion() {
        return this.getNumberAttribute('client_key_version');
    }
    // cluster - computed: true, optional: false, required: false
    _cluster = new DataPolderWorkspaceProvidersWorkspaceProvidersClusterOutputReference(this, "cluster");
    get cluster() {
        return this._cluster;
    }
    // conditions - computed: true, optional: false, required: false
    _conditions = new DataPolderWorkspaceProvidersWorkspaceProvidersConditionsList(this, "conditions", true);
    get conditions() {
        return this._conditions;
    }
    // cordon_reason - computed: true, optional: false, required: false
    get cordonReason() {
        return this.getStringAttribute('cordon_reason');
    }
    // created_at - computed: true, optional: false, required: false
    get createdAt() {
        return this.getStringAttribute('created_at');
    }
    // display_name - computed: true, optional: false, required: false
    get displayName() {
        return this.getStringAttribute('display_name');
    }
    // force_destroy - computed: true, optional: false, required: false
    get forceDestroy() {
        return this.getBooleanAttribute('force_destroy');
    }
    // generation - computed: true, optional: false, required: false
    get generation() {
        return this.getNumberAttribute('generation');
    }
    // gpu_resource - computed: true, optional: false, required: false
    get gpuResource() {
        return this.getStringAttribute('gpu_resource');
    }
    // id - computed: true, optional: false, required: false
    get id() {
        return this.getStringAttribute('id');
    }
    // kubernetes_version - computed: true, optional: false, required: false
    get kubernetesVersion() {
        return this.getStringAttribute('kubernetes_version');
    }
    // labels - computed: true, optional: false, required: false
    _labels = new cdktf.StringMap(this, "labels");
    get labels() {
        return this._labels;
    }
    // last_contact - computed: true, optional: false, required: false
    get lastContact() {
        return this.getStringAttribute('last_contact');
    }
    // name - computed: true, optional: false, required: false
    get name() {
        return this.getStringAttribute('name');
    }
    // namespace - computed: true, optional: false, required: false
    get namespace() {
        return this.getStringAttribute('namespace');
    }
    // namespace_mode - computed: true, optional: false, required: false
    get namespaceMode() {
        return this.getStringAttribute('namespace_mode');
    }
    // node_selector - computed: true, optional: false, required: false
    _nodeSelector = new cdktf.StringMap(this, "node_selector");
    get nodeSelector() {
        return this._nodeSelector;
    }
    // observed_generation - computed: true, optional: false, required: false
    get observedGeneration() {
        return this.getNumberAttribute('observed_generation');
    }
    // reconciled - computed: true, optional: false, required: false
    get reconciled() {
        return this.getBooleanAttribute('reconciled');
    }
    // region - computed: true, optional: false, required: false
    get region() {
        return this.getStringAttribute('region');
    }
    // status - computed: true, optional: false, required: false
    _status = new DataPolderWorkspaceProvidersWorkspaceProvidersStatusOutputReference(this, "status");
    get status() {
        return this._status;
    }
    // storage_class - computed: true, optional: false, required: false
    get storageClass() {
        return this.getStringAttribute('storage_class');
    }
    // token_version - computed: true, optional: false, required: false
    get tokenVersion() {
        return this.getNumberAttribute('token_version');
    }
    // tolerations - computed: true, optional: false, required: false
    _tolerations = new DataPolderWorkspaceProvidersWorkspaceProvidersTolerationsList(this, "tolerations", true);
    get tolerations() {
        return this._tolerations;
    }
    // updated_at - computed: true, optional: false, required: false
    get updatedAt() {
        return this.getStringAttribute('updated_at');
    }
}
exports.DataPolderWorkspaceProvidersWorkspaceProvidersOutputReference = DataPolderWorkspaceProvidersWorkspaceProvidersOutputReference;
class DataPolderWorkspaceProvidersWorkspaceProvidersList extends cdktf.ComplexList {
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
        return new DataPolderWorkspaceProvidersWorkspaceProvidersOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataPolderWorkspaceProvidersWorkspaceProvidersList = DataPolderWorkspaceProvidersWorkspaceProvidersList;
/**
* Represents a `polder_workspace_providers`
*/
class DataPolderWorkspaceProviders extends cdktf.TerraformDataSource {
    // =================
    // STATIC PROPERTIES
    // =================
    static tfResourceType = "polder_workspace_providers";
    // ==============
    // STATIC Methods
    // ==============
    /**
    * Generates CDKTF code for importing a DataPolderWorkspaceProviders resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataPolderWorkspaceProviders to import
    * @param importFromId The id of the existing DataPolderWorkspaceProviders that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataPolderWorkspaceProviders to import is found
    */
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "polder_workspace_providers", importId: importFromId, provider });
    }
    // ===========
    // INITIALIZER
    // ===========
    /**
    * Create a new `polder_workspace_providers` Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataPolderWorkspaceProvidersConfig = {}
    */
    constructor(scope, id, config = {}) {
        super(scope, id, {
            terraformResourceType: 'polder_workspace_providers',
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
        this._clientCertificate = config.clientCertificate;
        this._cordonReason = config.cordonReason;
        this._displayName = config.displayName;
        this._forceDestroy = config.forceDestroy;
        this._gpuResource = config.gpuResource;
        this._ids = config.ids;
        this._labels = config.labels;
        this._name = config.name;
        this._namespace = config.namespace;
        this._namespaceMode = config.namespaceMode;
        this._region = config.region;
        this._storageClass = config.storageClass;
    }
    // ==========
    // ATTRIBUTES
    // ==========
    // adopt - computed: false, optional: true, required: false
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
    // display_name - computed: false, optional: true, required: false
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
    // force_destroy - computed: false, optional: true, required: false
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
    // gpu_resource - computed: false, optional: true, required: false
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
    // labels - computed: false, optional: true, required: false
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
    // name - computed: false, optional: true, required: false
    _name;
    get name() {
        return this.getStringAttribute('name');
    }
    set name(value) {
        this._name = value;
    }
    resetName() {
        this._name = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get nameInput() {
        return this._name;
    }
    // namespace - computed: false, optional: true, required: false
    _namespace;
    get namespace() {
        return this.getStringAttribute('namespace');
    }
    set namespace(value) {
        this._namespace = value;
    }
    resetNamespace() {
        this._namespace = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get namespaceInput() {
        return this._namespace;
    }
    // namespace_mode - computed: false, optional: true, required: false
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
    // workspace_providers - computed: true, optional: false, required: false
    _workspaceProviders = new DataPolderWorkspaceProvidersWorkspaceProvidersList(this, "workspace_providers", false);
    get workspaceProviders() {
        return this._workspaceProviders;
    }
    // =========
    // SYNTHESIS
    // =========
    synthesizeAttributes() {
        return {
            adopt: cdktf.booleanToTerraform(this._adopt),
            client_certificate: cdktf.stringToTerraform(this._clientCertificate),
            cordon_reason: cdktf.stringToTerraform(this._cordonReason),
            display_name: cdktf.stringToTerraform(this._displayName),
            force_destroy: cdktf.booleanToTerraform(this._forceDestroy),
            gpu_resource: cdktf.stringToTerraform(this._gpuResource),
            ids: cdktf.listMapper(cdktf.stringToTerraform, false)(this._ids),
            labels: cdktf.hashMapper(cdktf.stringToTerraform)(this._labels),
            name: cdktf.stringToTerraform(this._name),
            namespace: cdktf.stringToTerraform(this._namespace),
            namespace_mode: cdktf.stringToTerraform(this._namespaceMode),
            region: cdktf.stringToTerraform(this._region),
            storage_class: cdktf.stringToTerraform(this._storageClass),
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
            client_certificate: {
                value: cdktf.stringToHclTerraform(this._clientCertificate),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
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
            ids: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._ids),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
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
        };
        // remove undefined attributes
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.DataPolderWorkspaceProviders = DataPolderWorkspaceProviders;
