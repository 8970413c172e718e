// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface DataPolderWorkspaceProviderConfig extends cdktf.TerraformMetaArguments {
    /**
    * Opaque identifier, chosen by the server.
    *
    * Please be aware that the id field is automatically added to all resources in Terraform providers using a Terraform provider SDK version below 2.
    * If you experience problems setting this value it might not be settable. Please take a look at the provider documentation to ensure it should be settable.
    */
    readonly id?: string;
    /**
    * URL-safe name, unique in the deployment. It can be changed in place.
    */
    readonly name?: string;
}
export interface DataPolderWorkspaceProviderCluster {
}
export declare function dataPolderWorkspaceProviderClusterToTerraform(struct?: DataPolderWorkspaceProviderCluster): any;
export declare function dataPolderWorkspaceProviderClusterToHclTerraform(struct?: DataPolderWorkspaceProviderCluster): any;
export declare class DataPolderWorkspaceProviderClusterOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): DataPolderWorkspaceProviderCluster | undefined;
    set internalValue(value: DataPolderWorkspaceProviderCluster | undefined);
    get caData(): string;
    get server(): string;
}
export interface DataPolderWorkspaceProviderConditions {
}
export declare function dataPolderWorkspaceProviderConditionsToTerraform(struct?: DataPolderWorkspaceProviderConditions): any;
export declare function dataPolderWorkspaceProviderConditionsToHclTerraform(struct?: DataPolderWorkspaceProviderConditions): any;
export declare class DataPolderWorkspaceProviderConditionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderWorkspaceProviderConditions | undefined;
    set internalValue(value: DataPolderWorkspaceProviderConditions | undefined);
    get lastTransitionTime(): string;
    get message(): string;
    get observedGeneration(): number;
    get reason(): string;
    get status(): string;
    get type(): string;
}
export declare class DataPolderWorkspaceProviderConditionsList extends cdktf.ComplexList {
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
    get(index: number): DataPolderWorkspaceProviderConditionsOutputReference;
}
export interface DataPolderWorkspaceProviderStatus {
}
export declare function dataPolderWorkspaceProviderStatusToTerraform(struct?: DataPolderWorkspaceProviderStatus): any;
export declare function dataPolderWorkspaceProviderStatusToHclTerraform(struct?: DataPolderWorkspaceProviderStatus): any;
export declare class DataPolderWorkspaceProviderStatusOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): DataPolderWorkspaceProviderStatus | undefined;
    set internalValue(value: DataPolderWorkspaceProviderStatus | undefined);
    get message(): string;
    get reason(): string;
    get reconciling(): cdktf.IResolvable;
    get state(): string;
}
export interface DataPolderWorkspaceProviderTolerations {
}
export declare function dataPolderWorkspaceProviderTolerationsToTerraform(struct?: DataPolderWorkspaceProviderTolerations): any;
export declare function dataPolderWorkspaceProviderTolerationsToHclTerraform(struct?: DataPolderWorkspaceProviderTolerations): any;
export declare class DataPolderWorkspaceProviderTolerationsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderWorkspaceProviderTolerations | undefined;
    set internalValue(value: DataPolderWorkspaceProviderTolerations | undefined);
    get effect(): string;
    get key(): string;
    get operator(): string;
    get tolerationSeconds(): number;
    get value(): string;
}
export declare class DataPolderWorkspaceProviderTolerationsList extends cdktf.ComplexList {
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
    get(index: number): DataPolderWorkspaceProviderTolerationsOutputReference;
}
/**
* Represents a `polder_workspace_provider`
*/
export declare class DataPolderWorkspaceProvider extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "polder_workspace_provider";
    /**
    * Generates CDKTF code for importing a DataPolderWorkspaceProvider resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataPolderWorkspaceProvider to import
    * @param importFromId The id of the existing DataPolderWorkspaceProvider that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataPolderWorkspaceProvider to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_workspace_provider` Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataPolderWorkspaceProviderConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DataPolderWorkspaceProviderConfig);
    get address(): string;
    get adopt(): cdktf.IResolvable;
    get allowedOrganizationIds(): string[];
    get allowedOrganizations(): string[];
    get builtIn(): cdktf.IResolvable;
    get clientCertificate(): string;
    get clientKeyVersion(): number;
    private _cluster;
    get cluster(): DataPolderWorkspaceProviderClusterOutputReference;
    private _conditions;
    get conditions(): DataPolderWorkspaceProviderConditionsList;
    get cordonReason(): string;
    get createdAt(): string;
    get displayName(): string;
    get forceDestroy(): cdktf.IResolvable;
    get generation(): number;
    get gpuResource(): string;
    private _id?;
    get id(): string;
    set id(value: string);
    resetId(): void;
    get idInput(): string | undefined;
    get kubernetesVersion(): string;
    private _labels;
    get labels(): cdktf.StringMap;
    get lastContact(): string;
    private _name?;
    get name(): string;
    set name(value: string);
    resetName(): void;
    get nameInput(): string | undefined;
    get namespace(): string;
    get namespaceMode(): string;
    private _nodeSelector;
    get nodeSelector(): cdktf.StringMap;
    get observedGeneration(): number;
    get reconciled(): cdktf.IResolvable;
    get region(): string;
    private _status;
    get status(): DataPolderWorkspaceProviderStatusOutputReference;
    get storageClass(): string;
    get tokenVersion(): number;
    private _tolerations;
    get tolerations(): DataPolderWorkspaceProviderTolerationsList;
    get updatedAt(): string;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
