// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktn';
export interface WorkspaceProviderConfig extends cdktf.TerraformMetaArguments {
    /**
    * Whether to take over a namespace that already exists. Honoured at creation; deleting then keeps it.
    */
    readonly adopt?: boolean | cdktf.IResolvable;
    /**
    * Exactly the organizations that may use it, by name or id. Null leaves the allowlist to `workspace_provider_allowlist_entry`.
    */
    readonly allowedOrganizations?: string[];
    /**
    * Client certificate, as PEM or its base64, with `client_key`.
    */
    readonly clientCertificate?: string;
    /**
    * Private key of the client certificate, as PEM or its base64.
    */
    readonly clientKey?: string;
    /**
    * Change it to send `client_key` again.
    */
    readonly clientKeyVersion?: number;
    /**
    * The cluster. Null means the cluster that Polder runs in.
    */
    readonly cluster?: WorkspaceProviderCluster;
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
    * Words to find the provider by; lists filter by them.
    */
    readonly labels?: {
        [key: string]: string;
    };
    /**
    * URL-safe name, unique in the deployment. It can be changed in place.
    */
    readonly name: string;
    /**
    * With `namespace_mode` `shared` the namespace itself; with `per_organization` what the names of its namespaces begin with (27 characters at most). One namespace of a cluster belongs to one provider.
    */
    readonly namespace: string;
    /**
    * `shared`: every allowed organization in the one namespace. `per_organization`: a namespace for each, with quota and RBAC.
    */
    readonly namespaceMode?: string;
    /**
    * Labels of the nodes that workspaces run on.
    */
    readonly nodeSelector?: {
        [key: string]: string;
    };
    /**
    * Where the cluster is, so that people pick the nearest and organizations can be confined.
    */
    readonly region?: string;
    /**
    * Storage class of workspace volumes. Null leaves it to the cluster.
    */
    readonly storageClass?: string;
    /**
    * How long to wait for the clusters. Changing it writes nothing.
    */
    readonly timeouts?: WorkspaceProviderTimeouts;
    /**
    * Bearer token of a service account in the cluster.
    */
    readonly token?: string;
    /**
    * Change it to send `token` again.
    */
    readonly tokenVersion?: number;
    /**
    * Taints that workspaces tolerate.
    */
    readonly tolerations?: WorkspaceProviderTolerations[] | cdktf.IResolvable;
}
export interface WorkspaceProviderCluster {
    /**
    * Certificate authority of the API server, as PEM or its base64. Null trusts the public ones.
    */
    readonly caData?: string;
    /**
    * Address of the API server, `https://host:port`.
    */
    readonly server: string;
}
export declare function workspaceProviderClusterToTerraform(struct?: WorkspaceProviderCluster | cdktf.IResolvable): any;
export declare function workspaceProviderClusterToHclTerraform(struct?: WorkspaceProviderCluster | cdktf.IResolvable): any;
export declare class WorkspaceProviderClusterOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): WorkspaceProviderCluster | cdktf.IResolvable | undefined;
    set internalValue(value: WorkspaceProviderCluster | cdktf.IResolvable | undefined);
    private _caData?;
    get caData(): string;
    set caData(value: string);
    resetCaData(): void;
    get caDataInput(): string | undefined;
    private _server?;
    get server(): string;
    set server(value: string);
    get serverInput(): string | undefined;
}
export interface WorkspaceProviderTimeouts {
    /**
    * How long create waits for the clusters, such as `90s` or `10m`; 5 minutes unless set.
    */
    readonly create?: string;
    /**
    * How long delete waits for the clusters, such as `90s` or `10m`; 5 minutes unless set.
    */
    readonly delete?: string;
    /**
    * How long update waits for the clusters, such as `90s` or `10m`; 5 minutes unless set.
    */
    readonly update?: string;
}
export declare function workspaceProviderTimeoutsToTerraform(struct?: WorkspaceProviderTimeouts | cdktf.IResolvable): any;
export declare function workspaceProviderTimeoutsToHclTerraform(struct?: WorkspaceProviderTimeouts | cdktf.IResolvable): any;
export declare class WorkspaceProviderTimeoutsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): WorkspaceProviderTimeouts | cdktf.IResolvable | undefined;
    set internalValue(value: WorkspaceProviderTimeouts | cdktf.IResolvable | undefined);
    private _create?;
    get create(): string;
    set create(value: string);
    resetCreate(): void;
    get createInput(): string | undefined;
    private _delete?;
    get delete(): string;
    set delete(value: string);
    resetDelete(): void;
    get deleteInput(): string | undefined;
    private _update?;
    get update(): string;
    set update(value: string);
    resetUpdate(): void;
    get updateInput(): string | undefined;
}
export interface WorkspaceProviderTolerations {
    /**
    * Effect of the taint; null matches all.
    */
    readonly effect?: string;
    /**
    * Key of the taint; null with `Exists` tolerates every taint.
    */
    readonly key?: string;
    /**
    * `Equal` (when null) or `Exists`.
    */
    readonly operator?: string;
    /**
    * Seconds to stay on a taint, with the effect `NoExecute`.
    */
    readonly tolerationSeconds?: number;
    /**
    * Value of the taint, with the operator `Equal`.
    */
    readonly value?: string;
}
export declare function workspaceProviderTolerationsToTerraform(struct?: WorkspaceProviderTolerations | cdktf.IResolvable): any;
export declare function workspaceProviderTolerationsToHclTerraform(struct?: WorkspaceProviderTolerations | cdktf.IResolvable): any;
export declare class WorkspaceProviderTolerationsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): WorkspaceProviderTolerations | cdktf.IResolvable | undefined;
    set internalValue(value: WorkspaceProviderTolerations | cdktf.IResolvable | undefined);
    private _effect?;
    get effect(): string;
    set effect(value: string);
    resetEffect(): void;
    get effectInput(): string | undefined;
    private _key?;
    get key(): string;
    set key(value: string);
    resetKey(): void;
    get keyInput(): string | undefined;
    private _operator?;
    get operator(): string;
    set operator(value: string);
    resetOperator(): void;
    get operatorInput(): string | undefined;
    private _tolerationSeconds?;
    get tolerationSeconds(): number;
    set tolerationSeconds(value: number);
    resetTolerationSeconds(): void;
    get tolerationSecondsInput(): number | undefined;
    private _value?;
    get value(): string;
    set value(value: string);
    resetValue(): void;
    get valueInput(): string | undefined;
}
export declare class WorkspaceProviderTolerationsList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: WorkspaceProviderTolerations[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): WorkspaceProviderTolerationsOutputReference;
}
/**
* Represents a `polder_workspace_provider`
*/
export declare class WorkspaceProvider extends cdktf.TerraformResource {
    static readonly tfResourceType = "polder_workspace_provider";
    /**
    * Generates CDKTF code for importing a WorkspaceProvider resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the WorkspaceProvider to import
    * @param importFromId The id of the existing WorkspaceProvider that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the WorkspaceProvider to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_workspace_provider` Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options WorkspaceProviderConfig
    */
    constructor(scope: Construct, id: string, config: WorkspaceProviderConfig);
    private _adopt?;
    get adopt(): boolean | cdktf.IResolvable;
    set adopt(value: boolean | cdktf.IResolvable);
    resetAdopt(): void;
    get adoptInput(): boolean | cdktf.IResolvable | undefined;
    private _allowedOrganizations?;
    get allowedOrganizations(): string[];
    set allowedOrganizations(value: string[]);
    resetAllowedOrganizations(): void;
    get allowedOrganizationsInput(): string[] | undefined;
    get builtIn(): cdktf.IResolvable;
    private _clientCertificate?;
    get clientCertificate(): string;
    set clientCertificate(value: string);
    resetClientCertificate(): void;
    get clientCertificateInput(): string | undefined;
    private _clientKey?;
    get clientKey(): string;
    set clientKey(value: string);
    resetClientKey(): void;
    get clientKeyInput(): string | undefined;
    private _clientKeyVersion?;
    get clientKeyVersion(): number;
    set clientKeyVersion(value: number);
    resetClientKeyVersion(): void;
    get clientKeyVersionInput(): number | undefined;
    private _cluster;
    get cluster(): WorkspaceProviderClusterOutputReference;
    putCluster(value: WorkspaceProviderCluster): void;
    resetCluster(): void;
    get clusterInput(): cdktf.IResolvable | WorkspaceProviderCluster | undefined;
    private _cordonReason?;
    get cordonReason(): string;
    set cordonReason(value: string);
    resetCordonReason(): void;
    get cordonReasonInput(): string | undefined;
    get createdAt(): string;
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
    get id(): string;
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
    get nameInput(): string | undefined;
    private _namespace?;
    get namespace(): string;
    set namespace(value: string);
    get namespaceInput(): string | undefined;
    private _namespaceMode?;
    get namespaceMode(): string;
    set namespaceMode(value: string);
    resetNamespaceMode(): void;
    get namespaceModeInput(): string | undefined;
    private _nodeSelector?;
    get nodeSelector(): {
        [key: string]: string;
    };
    set nodeSelector(value: {
        [key: string]: string;
    });
    resetNodeSelector(): void;
    get nodeSelectorInput(): {
        [key: string]: string;
    } | undefined;
    get reconciled(): cdktf.IResolvable;
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
    private _timeouts;
    get timeouts(): WorkspaceProviderTimeoutsOutputReference;
    putTimeouts(value: WorkspaceProviderTimeouts): void;
    resetTimeouts(): void;
    get timeoutsInput(): cdktf.IResolvable | WorkspaceProviderTimeouts | undefined;
    private _token?;
    get token(): string;
    set token(value: string);
    resetToken(): void;
    get tokenInput(): string | undefined;
    private _tokenVersion?;
    get tokenVersion(): number;
    set tokenVersion(value: number);
    resetTokenVersion(): void;
    get tokenVersionInput(): number | undefined;
    private _tolerations;
    get tolerations(): WorkspaceProviderTolerationsList;
    putTolerations(value: WorkspaceProviderTolerations[] | cdktf.IResolvable): void;
    resetTolerations(): void;
    get tolerationsInput(): WorkspaceProviderTolerations[] | cdktf.IResolvable | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
