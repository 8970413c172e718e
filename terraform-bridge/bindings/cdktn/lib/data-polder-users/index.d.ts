// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktn';
export interface DataPolderUsersConfig extends cdktf.TerraformMetaArguments {
    /**
    * ASCII e-mail address, unique in any case. A service account may have none.
    */
    readonly email?: string;
    /**
    * Only those with one of these ids.
    */
    readonly ids?: string[];
    /**
    * The name people see.
    */
    readonly name?: string;
    /**
    * Whether a program uses it rather than a person.
    */
    readonly serviceAccount?: boolean | cdktf.IResolvable;
    /**
    * While true their tokens are refused.
    */
    readonly suspended?: boolean | cdktf.IResolvable;
    /**
    * Unique in the deployment. It can be changed in place.
    */
    readonly username?: string;
}
export interface DataPolderUsersUsers {
}
export declare function dataPolderUsersUsersToTerraform(struct?: DataPolderUsersUsers): any;
export declare function dataPolderUsersUsersToHclTerraform(struct?: DataPolderUsersUsers): any;
export declare class DataPolderUsersUsersOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderUsersUsers | undefined;
    set internalValue(value: DataPolderUsersUsers | undefined);
    get createdAt(): string;
    get email(): string;
    get generation(): number;
    get id(): string;
    get name(): string;
    get serviceAccount(): cdktf.IResolvable;
    get siteRoles(): string[];
    get suspended(): cdktf.IResolvable;
    get updatedAt(): string;
    get username(): string;
}
export declare class DataPolderUsersUsersList extends cdktf.ComplexList {
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
    get(index: number): DataPolderUsersUsersOutputReference;
}
/**
* Represents a `polder_users`
*/
export declare class DataPolderUsers extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "polder_users";
    /**
    * Generates CDKTF code for importing a DataPolderUsers resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataPolderUsers to import
    * @param importFromId The id of the existing DataPolderUsers that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataPolderUsers to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_users` Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataPolderUsersConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DataPolderUsersConfig);
    private _email?;
    get email(): string;
    set email(value: string);
    resetEmail(): void;
    get emailInput(): string | undefined;
    private _ids?;
    get ids(): string[];
    set ids(value: string[]);
    resetIds(): void;
    get idsInput(): string[] | undefined;
    private _name?;
    get name(): string;
    set name(value: string);
    resetName(): void;
    get nameInput(): string | undefined;
    private _serviceAccount?;
    get serviceAccount(): boolean | cdktf.IResolvable;
    set serviceAccount(value: boolean | cdktf.IResolvable);
    resetServiceAccount(): void;
    get serviceAccountInput(): boolean | cdktf.IResolvable | undefined;
    private _suspended?;
    get suspended(): boolean | cdktf.IResolvable;
    set suspended(value: boolean | cdktf.IResolvable);
    resetSuspended(): void;
    get suspendedInput(): boolean | cdktf.IResolvable | undefined;
    private _username?;
    get username(): string;
    set username(value: string);
    resetUsername(): void;
    get usernameInput(): string | undefined;
    private _users;
    get users(): DataPolderUsersUsersList;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
