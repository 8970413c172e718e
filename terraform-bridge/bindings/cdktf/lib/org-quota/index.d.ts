// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface OrgQuotaConfig extends cdktf.TerraformMetaArguments {
    /**
    * At least one limit; what is absent is unlimited.
    */
    readonly limits: OrgQuotaLimits;
    /**
    * The organization it belongs to, by name or id. Omitted, it is the default organization at creation.
    */
    readonly organization?: string;
    /**
    * `organization`: all members together. `member`: each one.
    */
    readonly scope: string;
    /**
    * How long to wait for the clusters. Changing it writes nothing.
    */
    readonly timeouts?: OrgQuotaTimeouts;
    /**
    * The provider the limits hold on, by name or id. Null means over all providers.
    */
    readonly workspaceProvider?: string;
}
export interface OrgQuotaLimits {
    /**
    * Cores, such as `16` or `500m`.
    */
    readonly cpu?: string;
    /**
    * Whole GPUs.
    */
    readonly gpu?: string;
    /**
    * Bytes, such as `64Gi`.
    */
    readonly memory?: string;
    /**
    * Bytes of volumes, such as `1Ti`.
    */
    readonly storage?: string;
    /**
    * How many workspaces.
    */
    readonly workspaces?: number;
}
export declare function orgQuotaLimitsToTerraform(struct?: OrgQuotaLimits | cdktf.IResolvable): any;
export declare function orgQuotaLimitsToHclTerraform(struct?: OrgQuotaLimits | cdktf.IResolvable): any;
export declare class OrgQuotaLimitsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OrgQuotaLimits | cdktf.IResolvable | undefined;
    set internalValue(value: OrgQuotaLimits | cdktf.IResolvable | undefined);
    private _cpu?;
    get cpu(): string;
    set cpu(value: string);
    resetCpu(): void;
    get cpuInput(): string | undefined;
    private _gpu?;
    get gpu(): string;
    set gpu(value: string);
    resetGpu(): void;
    get gpuInput(): string | undefined;
    private _memory?;
    get memory(): string;
    set memory(value: string);
    resetMemory(): void;
    get memoryInput(): string | undefined;
    private _storage?;
    get storage(): string;
    set storage(value: string);
    resetStorage(): void;
    get storageInput(): string | undefined;
    private _workspaces?;
    get workspaces(): number;
    set workspaces(value: number);
    resetWorkspaces(): void;
    get workspacesInput(): number | undefined;
}
export interface OrgQuotaTimeouts {
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
export declare function orgQuotaTimeoutsToTerraform(struct?: OrgQuotaTimeouts | cdktf.IResolvable): any;
export declare function orgQuotaTimeoutsToHclTerraform(struct?: OrgQuotaTimeouts | cdktf.IResolvable): any;
export declare class OrgQuotaTimeoutsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OrgQuotaTimeouts | cdktf.IResolvable | undefined;
    set internalValue(value: OrgQuotaTimeouts | cdktf.IResolvable | undefined);
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
* Represents a `polder_org_quota`
*/
export declare class OrgQuota extends cdktf.TerraformResource {
    static readonly tfResourceType = "polder_org_quota";
    /**
    * Generates CDKTF code for importing a OrgQuota resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the OrgQuota to import
    * @param importFromId The id of the existing OrgQuota that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the OrgQuota to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_org_quota` Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options OrgQuotaConfig
    */
    constructor(scope: Construct, id: string, config: OrgQuotaConfig);
    get createdAt(): string;
    get id(): string;
    private _limits;
    get limits(): OrgQuotaLimitsOutputReference;
    putLimits(value: OrgQuotaLimits): void;
    get limitsInput(): cdktf.IResolvable | OrgQuotaLimits | undefined;
    private _organization?;
    get organization(): string;
    set organization(value: string);
    resetOrganization(): void;
    get organizationInput(): string | undefined;
    get reconciled(): cdktf.IResolvable;
    private _scope?;
    get scope(): string;
    set scope(value: string);
    get scopeInput(): string | undefined;
    private _timeouts;
    get timeouts(): OrgQuotaTimeoutsOutputReference;
    putTimeouts(value: OrgQuotaTimeouts): void;
    resetTimeouts(): void;
    get timeoutsInput(): cdktf.IResolvable | OrgQuotaTimeouts | undefined;
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
