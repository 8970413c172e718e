// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktn';
export interface DataPolderOrgQuotaConfig extends cdktf.TerraformMetaArguments {
    /**
    * Opaque identifier, chosen by the server.
    *
    * Please be aware that the id field is automatically added to all resources in Terraform providers using a Terraform provider SDK version below 2.
    * If you experience problems setting this value it might not be settable. Please take a look at the provider documentation to ensure it should be settable.
    */
    readonly id?: string;
    /**
    * The organization it belongs to, by name or id. Omitted, it is the default organization at creation.
    */
    readonly organization?: string;
    /**
    * `organization`: all members together. `member`: each one.
    */
    readonly scope?: string;
    /**
    * The provider the limits hold on, by name or id. Null means over all providers.
    */
    readonly workspaceProvider?: string;
}
export interface DataPolderOrgQuotaConditions {
}
export declare function dataPolderOrgQuotaConditionsToTerraform(struct?: DataPolderOrgQuotaConditions): any;
export declare function dataPolderOrgQuotaConditionsToHclTerraform(struct?: DataPolderOrgQuotaConditions): any;
export declare class DataPolderOrgQuotaConditionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderOrgQuotaConditions | undefined;
    set internalValue(value: DataPolderOrgQuotaConditions | undefined);
    get lastTransitionTime(): string;
    get message(): string;
    get observedGeneration(): number;
    get reason(): string;
    get status(): string;
    get type(): string;
}
export declare class DataPolderOrgQuotaConditionsList extends cdktf.ComplexList {
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
    get(index: number): DataPolderOrgQuotaConditionsOutputReference;
}
export interface DataPolderOrgQuotaLimits {
}
export declare function dataPolderOrgQuotaLimitsToTerraform(struct?: DataPolderOrgQuotaLimits): any;
export declare function dataPolderOrgQuotaLimitsToHclTerraform(struct?: DataPolderOrgQuotaLimits): any;
export declare class DataPolderOrgQuotaLimitsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): DataPolderOrgQuotaLimits | undefined;
    set internalValue(value: DataPolderOrgQuotaLimits | undefined);
    get cpu(): string;
    get gpu(): string;
    get memory(): string;
    get storage(): string;
    get workspaces(): number;
}
/**
* Represents a `polder_org_quota`
*/
export declare class DataPolderOrgQuota extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "polder_org_quota";
    /**
    * Generates CDKTF code for importing a DataPolderOrgQuota resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataPolderOrgQuota to import
    * @param importFromId The id of the existing DataPolderOrgQuota that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataPolderOrgQuota to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_org_quota` Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataPolderOrgQuotaConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DataPolderOrgQuotaConfig);
    private _conditions;
    get conditions(): DataPolderOrgQuotaConditionsList;
    get createdAt(): string;
    get generation(): number;
    private _id?;
    get id(): string;
    set id(value: string);
    resetId(): void;
    get idInput(): string | undefined;
    private _limits;
    get limits(): DataPolderOrgQuotaLimitsOutputReference;
    get observedGeneration(): number;
    private _organization?;
    get organization(): string;
    set organization(value: string);
    resetOrganization(): void;
    get organizationInput(): string | undefined;
    get organizationId(): string;
    get reconciled(): cdktf.IResolvable;
    private _scope?;
    get scope(): string;
    set scope(value: string);
    resetScope(): void;
    get scopeInput(): string | undefined;
    get updatedAt(): string;
    private _workspaceProvider?;
    get workspaceProvider(): string;
    set workspaceProvider(value: string);
    resetWorkspaceProvider(): void;
    get workspaceProviderInput(): string | undefined;
    get workspaceProviderId(): string;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
