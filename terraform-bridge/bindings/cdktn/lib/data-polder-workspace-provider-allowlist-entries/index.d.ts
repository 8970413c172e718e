// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktn';
export interface DataPolderWorkspaceProviderAllowlistEntriesConfig extends cdktf.TerraformMetaArguments {
    /**
    * Only those with one of these ids.
    */
    readonly ids?: string[];
    /**
    * The organization it belongs to, by name or id. Omitted, it is the default organization at creation.
    */
    readonly organization?: string;
    /**
    * The provider, by name or id.
    */
    readonly workspaceProvider?: string;
}
export interface DataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntriesConditions {
}
export declare function dataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntriesConditionsToTerraform(struct?: DataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntriesConditions): any;
export declare function dataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntriesConditionsToHclTerraform(struct?: DataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntriesConditions): any;
export declare class DataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntriesConditionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntriesConditions | undefined;
    set internalValue(value: DataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntriesConditions | undefined);
    get lastTransitionTime(): string;
    get message(): string;
    get observedGeneration(): number;
    get reason(): string;
    get status(): string;
    get type(): string;
}
export declare class DataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntriesConditionsList extends cdktf.ComplexList {
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
    get(index: number): DataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntriesConditionsOutputReference;
}
export interface DataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntries {
}
export declare function dataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntriesToTerraform(struct?: DataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntries): any;
export declare function dataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntriesToHclTerraform(struct?: DataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntries): any;
export declare class DataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntriesOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntries | undefined;
    set internalValue(value: DataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntries | undefined);
    private _conditions;
    get conditions(): DataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntriesConditionsList;
    get createdAt(): string;
    get generation(): number;
    get id(): string;
    get namespace(): string;
    get observedGeneration(): number;
    get organization(): string;
    get organizationId(): string;
    get reconciled(): cdktf.IResolvable;
    get updatedAt(): string;
    get workspaceProvider(): string;
    get workspaceProviderId(): string;
}
export declare class DataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntriesList extends cdktf.ComplexList {
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
    get(index: number): DataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntriesOutputReference;
}
/**
* Represents a `polder_workspace_provider_allowlist_entries`
*/
export declare class DataPolderWorkspaceProviderAllowlistEntries extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "polder_workspace_provider_allowlist_entries";
    /**
    * Generates CDKTF code for importing a DataPolderWorkspaceProviderAllowlistEntries resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataPolderWorkspaceProviderAllowlistEntries to import
    * @param importFromId The id of the existing DataPolderWorkspaceProviderAllowlistEntries that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataPolderWorkspaceProviderAllowlistEntries to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_workspace_provider_allowlist_entries` Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataPolderWorkspaceProviderAllowlistEntriesConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DataPolderWorkspaceProviderAllowlistEntriesConfig);
    private _ids?;
    get ids(): string[];
    set ids(value: string[]);
    resetIds(): void;
    get idsInput(): string[] | undefined;
    private _organization?;
    get organization(): string;
    set organization(value: string);
    resetOrganization(): void;
    get organizationInput(): string | undefined;
    private _workspaceProvider?;
    get workspaceProvider(): string;
    set workspaceProvider(value: string);
    resetWorkspaceProvider(): void;
    get workspaceProviderInput(): string | undefined;
    private _workspaceProviderAllowlistEntries;
    get workspaceProviderAllowlistEntries(): DataPolderWorkspaceProviderAllowlistEntriesWorkspaceProviderAllowlistEntriesList;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
