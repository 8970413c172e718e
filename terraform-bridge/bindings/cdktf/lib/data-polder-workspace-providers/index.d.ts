// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface DataPolderWorkspaceProvidersConfig extends cdktf.TerraformMetaArguments {
    /**
    * Whether to take over a namespace that already exists. Honoured at creation; deleting then keeps it.
    */
    readonly adopt?: boolean | cdktf.IResolvable;
    /**
    * Client certificate, as PEM or its base64, with `client_key`.
    */
    readonly clientCertificate?: string;
    /**
    * While set, new workspaces are refused and this says why; existing ones stay.
    */
    readonly cordonReason?: string;
    /**
    * The name people see.
    */
    readonly displayName?: string;
    /**
    * Whether a deletion gives up on a cluster that is gone for good, leaving behind what is in it. Set it and apply before destroying.
    */
    readonly forceDestroy?: boolean | cdktf.IResolvable;
    /**
    * The extended resource that a GPU is called in the cluster.
    */
    readonly gpuResource?: string;
    /**
    * Only those with one of these ids.
    */
    readonly ids?: string[];
    /**
    * Words to find the provider by; lists filter by them.
    */
    readonly labels?: {
        [key: string]: string;
    };
    /**
    * URL-safe name, unique in the deployment. It can be changed in place.
    */
    readonly name?: string;
    /**
    * With `namespace_mode` `shared` the namespace itself; with `per_organization` what the names of its namespaces begin with (27 characters at most). One namespace of a cluster belongs to one provider.
    */
    readonly namespace?: string;
    /**
    * `shared`: every allowed organization in the one namespace. `per_organization`: a namespace for each, with quota and RBAC.
    */
    readonly namespaceMode?: string;
    /**
    * Where the cluster is, so that people pick the nearest and organizations can be confined.
    */
    readonly region?: string;
    /**
    * Storage class of workspace volumes. Null leaves it to the cluster.
    */
    readonly storageClass?: string;
}
export interface DataPolderWorkspaceProvidersWorkspaceProvidersCluster {
}
export declare function dataPolderWorkspaceProvidersWorkspaceProvidersClusterToTerraform(struct?: DataPolderWorkspaceProvidersWorkspaceProvidersCluster): any;
export declare function dataPolderWorkspaceProvidersWorkspaceProvidersClusterToHclTerraform(struct?: DataPolderWorkspaceProvidersWorkspaceProvidersCluster): any;
export declare class DataPolderWorkspaceProvidersWorkspaceProvidersClusterOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): DataPolderWorkspaceProvidersWorkspaceProvidersCluster | undefined;
    set internalValue(value: DataPolderWorkspaceProvidersWorkspaceProvidersCluster | undefined);
    get caData(): string;
    get server(): string;
}
export interface DataPolderWorkspaceProvidersWorkspaceProvidersConditions {
}
export declare function dataPolderWorkspaceProvidersWorkspaceProvidersConditionsToTerraform(struct?: DataPolderWorkspaceProvidersWorkspaceProvidersConditions): any;
export declare function dataPolderWorkspaceProvidersWorkspaceProvidersConditionsToHclTerraform(struct?: DataPolderWorkspaceProvidersWorkspaceProvidersConditions): any;
export declare class DataPolderWorkspaceProvidersWorkspaceProvidersConditionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderWorkspaceProvidersWorkspaceProvidersConditions | undefined;
    set internalValue(value: DataPolderWorkspaceProvidersWorkspaceProvidersConditions | undefined);
    get lastTransitionTime(): string;
    get message(): string;
    get observedGeneration(): number;
    get reason(): string;
    get status(): string;
    get type(): string;
}
export declare class DataPolderWorkspaceProvidersWorkspaceProvidersConditionsList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): DataPolderWorkspaceProvidersWorkspaceProvidersConditionsOutputReference;
}
export interface DataPolderWorkspaceProvidersWorkspaceProvidersStatus {
}
export declare function dataPolderWorkspaceProvidersWorkspaceProvidersStatusToTerraform(struct?: DataPolderWorkspaceProvidersWorkspaceProvidersStatus): any;
export declare function dataPolderWorkspaceProvidersWorkspaceProvidersStatusToHclTerraform(struct?: DataPolderWorkspaceProvidersWorkspaceProvidersStatus): any;
export declare class DataPolderWorkspaceProvidersWorkspaceProvidersStatusOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): DataPolderWorkspaceProvidersWorkspaceProvidersStatus | undefined;
    set internalValue(value: DataPolderWorkspaceProvidersWorkspaceProvidersStatus | undefined);
    get message(): string;
    get reason(): string;
    get reconciling(): cdktf.IResolvable;
    get state(): string;
}
export interface DataPolderWorkspaceProvidersWorkspaceProvidersTolerations {
}
export declare function dataPolderWorkspaceProvidersWorkspaceProvidersTolerationsToTerraform(struct?: DataPolderWorkspaceProvidersWorkspaceProvidersTolerations): any;
export declare function dataPolderWorkspaceProvidersWorkspaceProvidersTolerationsToHclTerraform(struct?: DataPolderWorkspaceProvidersWorkspaceProvidersTolerations): any;
export declare class DataPolderWorkspaceProvidersWorkspaceProvidersTolerationsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderWorkspaceProvidersWorkspaceProvidersTolerations | undefined;
    set internalValue(value: DataPolderWorkspaceProvidersWorkspaceProvidersTolerations | undefined);
    get effect(): string;
    get key(): string;
    get operator(): string;
    get tolerationSeconds(): number;
    get value(): string;
}
export declare class DataPolderWorkspaceProvidersWorkspaceProvidersTolerationsList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): DataPolderWorkspaceProvidersWorkspaceProvidersTolerationsOutputReference;
}
export interface DataPolderWorkspaceProvidersWorkspaceProviders {
}
export declare function dataPolderWorkspaceProvidersWorkspaceProvidersToTerraform(struct?: DataPolderWorkspaceProvidersWorkspaceProviders): any;
export declare function dataPolderWorkspaceProvidersWorkspaceProvidersToHclTerraform(struct?: DataPolderWorkspaceProvidersWorkspaceProviders): any;
export declare class DataPolderWorkspaceProvidersWorkspaceProvidersOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderWorkspaceProvidersWorkspaceProviders | undefined;
    set internalValue(value: DataPolderWorkspaceProvidersWorkspaceProviders | undefined);
    get address(): string;
    get adopt(): cdktf.IResolvable;
    get allowedOrganizationIds(): string[];
    get allowedOrganizations(): string[];
    get builtIn(): cdktf.IResolvable;
    get clientCertificate(): string;
    get clientKeyVersion(): number;
    private _cluster;
    get cluster(): DataPolderWorkspaceProvidersWorkspaceProvidersClusterOutputReference;
    private _conditions;
    get conditions(): DataPolderWorkspaceProvidersWorkspaceProvidersConditionsList;
    get cordonReason(): string;
    get createdAt(): string;
    get displayName(): string;
    get forceDestroy(): cdktf.IResolvable;
    get generation(): number;
    get gpuResource(): string;
    get id(): string;
    get kubernetesVersion(): string;
    private _labels;
    get labels(): cdktf.StringMap;
    get lastContact(): string;
    get name(): string;
    get namespace(): string;
    get namespaceMode(): string;
    private _nodeSelector;
    get nodeSelector(): cdktf.StringMap;
    get observedGeneration(): number;
    get reconciled(): cdktf.IResolvable;
    get region(): string;
    private _status;
    get status(): DataPolderWorkspaceProvidersWorkspaceProvidersStatusOutputReference;
    get storageClass(): string;
    get tokenVersion(): number;
    private _tolerations;
    get tolerations(): DataPolderWorkspaceProvidersWorkspaceProvidersTolerationsList;
    get updatedAt(): string;
}
export declare class DataPolderWorkspaceProvidersWorkspaceProvidersList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): DataPolderWorkspaceProvidersWorkspaceProvidersOutputReference;
}
/**
* Represents a `polder_workspace_providers`
*/
export declare class DataPolderWorkspaceProviders extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "polder_workspace_providers";
    /**
    * Generates CDKTF code for importing a DataPolderWorkspaceProviders resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataPolderWorkspaceProviders to import
    * @param importFromId The id of the existing DataPolderWorkspaceProviders that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataPolderWorkspaceProviders to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_workspace_providers` Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataPolderWorkspaceProvidersConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DataPolderWorkspaceProvidersConfig);
    private _adopt?;
    get adopt(): boolean | cdktf.IResolvable;
    set adopt(value: boolean | cdktf.IResolvable);
    resetAdopt(): void;
    get adoptInput(): boolean | cdktf.IResolvable | undefined;
    private _clientCertificate?;
    get clientCertificate(): string;
    set clientCertificate(value: string);
    resetClientCertificate(): void;
    get clientCertificateInput(): string | undefined;
    private _cordonReason?;
    get cordonReason(): string;
    set cordonReason(value: string);
    resetCordonReason(): void;
    get cordonReasonInput(): string | undefined;
    private _displayName?;
    get displayName(): string;
    set displayName(value: string);
    resetDisplayName(): void;
    get displayNameInput(): string | undefined;
    private _forceDestroy?;
    get forceDestroy(): boolean | cdktf.IResolvable;
    set forceDestroy(value: boolean | cdktf.IResolvable);
    resetForceDestroy(): void;
    get forceDestroyInput(): boolean | cdktf.IResolvable | undefined;
    private _gpuResource?;
    get gpuResource(): string;
    set gpuResource(value: string);
    resetGpuResource(): void;
    get gpuResourceInput(): string | undefined;
    private _ids?;
    get ids(): string[];
    set ids(value: string[]);
    resetIds(): void;
    get idsInput(): string[] | undefined;
    private _labels?;
    get labels(): {
        [key: string]: string;
    };
    set labels(value: {
        [key: string]: string;
    });
    resetLabels(): void;
    get labelsInput(): {
        [key: string]: string;
    } | undefined;
    private _name?;
    get name(): string;
    set name(value: string);
    resetName(): void;
    get nameInput(): string | undefined;
    private _namespace?;
    get namespace(): string;
    set namespace(value: string);
    resetNamespace(): void;
    get namespaceInput(): string | undefined;
    private _namespaceMode?;
    get namespaceMode(): string;
    set namespaceMode(value: string);
    resetNamespaceMode(): void;
    get namespaceModeInput(): string | undefined;
    private _region?;
    get region(): string;
    set region(value: string);
    resetRegion(): void;
    get regionInput(): string | undefined;
    private _storageClass?;
    get storageClass(): string;
    set storageClass(value: string);
    resetStorageClass(): void;
    get storageClassInput(): string | undefined;
    private _workspaceProviders;
    get workspaceProviders(): DataPolderWorkspaceProvidersWorkspaceProvidersList;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
