// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktn';
export interface WorkspaceProviderAllowlistEntryConfig extends cdktf.TerraformMetaArguments {
    /**
    * The organization it belongs to, by name or id. Omitted, it is the default organization at creation.
    */
    readonly organization?: string;
    /**
    * How long to wait for the clusters. Changing it writes nothing.
    */
    readonly timeouts?: WorkspaceProviderAllowlistEntryTimeouts;
    /**
    * The provider, by name or id.
    */
    readonly workspaceProvider: string;
}
export interface WorkspaceProviderAllowlistEntryTimeouts {
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
export declare function workspaceProviderAllowlistEntryTimeoutsToTerraform(struct?: WorkspaceProviderAllowlistEntryTimeouts | cdktf.IResolvable): any;
export declare function workspaceProviderAllowlistEntryTimeoutsToHclTerraform(struct?: WorkspaceProviderAllowlistEntryTimeouts | cdktf.IResolvable): any;
export declare class WorkspaceProviderAllowlistEntryTimeoutsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): WorkspaceProviderAllowlistEntryTimeouts | cdktf.IResolvable | undefined;
    set internalValue(value: WorkspaceProviderAllowlistEntryTimeouts | cdktf.IResolvable | undefined);
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
/**
* Represents a `polder_workspace_provider_allowlist_entry`
*/
export declare class WorkspaceProviderAllowlistEntry extends cdktf.TerraformResource {
    static readonly tfResourceType = "polder_workspace_provider_allowlist_entry";
    /**
    * Generates CDKTF code for importing a WorkspaceProviderAllowlistEntry resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the WorkspaceProviderAllowlistEntry to import
    * @param importFromId The id of the existing WorkspaceProviderAllowlistEntry that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the WorkspaceProviderAllowlistEntry to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_workspace_provider_allowlist_entry` Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options WorkspaceProviderAllowlistEntryConfig
    */
    constructor(scope: Construct, id: string, config: WorkspaceProviderAllowlistEntryConfig);
    get createdAt(): string;
    get id(): string;
    private _organization?;
    get organization(): string;
    set organization(value: string);
    resetOrganization(): void;
    get organizationInput(): string | undefined;
    get reconciled(): cdktf.IResolvable;
    private _timeouts;
    get timeouts(): WorkspaceProviderAllowlistEntryTimeoutsOutputReference;
    putTimeouts(value: WorkspaceProviderAllowlistEntryTimeouts): void;
    resetTimeouts(): void;
    get timeoutsInput(): cdktf.IResolvable | WorkspaceProviderAllowlistEntryTimeouts | undefined;
    private _workspaceProvider?;
    get workspaceProvider(): string;
    set workspaceProvider(value: string);
    get workspaceProviderInput(): string | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
