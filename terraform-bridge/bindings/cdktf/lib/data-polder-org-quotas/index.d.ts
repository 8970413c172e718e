// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface DataPolderOrgQuotasConfig extends cdktf.TerraformMetaArguments {
    /**
    * Only those with one of these ids.
    */
    readonly ids?: string[];
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
export interface DataPolderOrgQuotasOrgQuotasConditions {
}
export declare function dataPolderOrgQuotasOrgQuotasConditionsToTerraform(struct?: DataPolderOrgQuotasOrgQuotasConditions): any;
export declare function dataPolderOrgQuotasOrgQuotasConditionsToHclTerraform(struct?: DataPolderOrgQuotasOrgQuotasConditions): any;
export declare class DataPolderOrgQuotasOrgQuotasConditionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderOrgQuotasOrgQuotasConditions | undefined;
    set internalValue(value: DataPolderOrgQuotasOrgQuotasConditions | undefined);
    get lastTransitionTime(): string;
    get message(): string;
    get observedGeneration(): number;
    get reason(): string;
    get status(): string;
    get type(): string;
}
export declare class DataPolderOrgQuotasOrgQuotasConditionsList extends cdktf.ComplexList {
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
    get(index: number): DataPolderOrgQuotasOrgQuotasConditionsOutputReference;
}
export interface DataPolderOrgQuotasOrgQuotasLimits {
}
export declare function dataPolderOrgQuotasOrgQuotasLimitsToTerraform(struct?: DataPolderOrgQuotasOrgQuotasLimits): any;
export declare function dataPolderOrgQuotasOrgQuotasLimitsToHclTerraform(struct?: DataPolderOrgQuotasOrgQuotasLimits): any;
export declare class DataPolderOrgQuotasOrgQuotasLimitsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): DataPolderOrgQuotasOrgQuotasLimits | undefined;
    set internalValue(value: DataPolderOrgQuotasOrgQuotasLimits | undefined);
    get cpu(): string;
    get gpu(): string;
    get memory(): string;
    get storage(): string;
    get workspaces(): number;
}
export interface DataPolderOrgQuotasOrgQuotas {
}
export declare function dataPolderOrgQuotasOrgQuotasToTerraform(struct?: DataPolderOrgQuotasOrgQuotas): any;
export declare function dataPolderOrgQuotasOrgQuotasToHclTerraform(struct?: DataPolderOrgQuotasOrgQuotas): any;
export declare class DataPolderOrgQuotasOrgQuotasOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderOrgQuotasOrgQuotas | undefined;
    set internalValue(value: DataPolderOrgQuotasOrgQuotas | undefined);
    private _conditions;
    get conditions(): DataPolderOrgQuotasOrgQuotasConditionsList;
    get createdAt(): string;
    get generation(): number;
    get id(): string;
    private _limits;
    get limits(): DataPolderOrgQuotasOrgQuotasLimitsOutputReference;
    get observedGeneration(): number;
    get organization(): string;
    get organizationId(): string;
    get reconciled(): cdktf.IResolvable;
    get scope(): string;
    get updatedAt(): string;
    get workspaceProvider(): string;
    get workspaceProviderId(): string;
}
export declare class DataPolderOrgQuotasOrgQuotasList extends cdktf.ComplexList {
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
    get(index: number): DataPolderOrgQuotasOrgQuotasOutputReference;
}
/**
* Represents a `polder_org_quotas`
*/
export declare class DataPolderOrgQuotas extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "polder_org_quotas";
    /**
    * Generates CDKTF code for importing a DataPolderOrgQuotas resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataPolderOrgQuotas to import
    * @param importFromId The id of the existing DataPolderOrgQuotas that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataPolderOrgQuotas to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_org_quotas` Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataPolderOrgQuotasConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DataPolderOrgQuotasConfig);
    private _ids?;
    get ids(): string[];
    set ids(value: string[]);
    resetIds(): void;
    get idsInput(): string[] | undefined;
    private _orgQuotas;
    get orgQuotas(): DataPolderOrgQuotasOrgQuotasList;
    private _organization?;
    get organization(): string;
    set organization(value: string);
    resetOrganization(): void;
    get organizationInput(): string | undefined;
    private _scope?;
    get scope(): string;
    set scope(value: string);
    resetScope(): void;
    get scopeInput(): string | undefined;
    private _workspaceProvider?;
    get workspaceProvider(): string;
    set workspaceProvider(value: string);
    resetWorkspaceProvider(): void;
    get workspaceProviderInput(): string | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
