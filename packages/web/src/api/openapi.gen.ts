// Written by `npm run generate` from /api/openapi.json.
export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description For: no sign-in needed.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        username: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            username: string;
                            name: string;
                            /** @enum {unknown} */
                            locale: "zh-CN" | "zh-TW" | "en";
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            clearance: "public" | "internal" | "secret" | "confidential";
                            departmentId: string;
                            departmentName: string;
                            positions: {
                                id: string;
                                name: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                429: components["responses"]["Failure429"];
                500: components["responses"]["Failure500"];
            };
        };
        /**
         * Sign out
         * @description For: no sign-in needed.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                409: components["responses"]["Failure409"];
                422: components["responses"]["Failure422"];
                429: components["responses"]["Failure429"];
                500: components["responses"]["Failure500"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The accounts of a demo organisation, for the sign-in page
         * @description For: no sign-in needed.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accounts: {
                                username: string;
                                name: string;
                                /** @description names of the positions held */
                                positions: string[];
                            }[];
                            password?: string;
                        };
                    };
                };
                429: components["responses"]["Failure429"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who I am
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            username: string;
                            name: string;
                            /** @enum {unknown} */
                            locale: "zh-CN" | "zh-TW" | "en";
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            clearance: "public" | "internal" | "secret" | "confidential";
                            departmentId: string;
                            departmentName: string;
                            positions: {
                                id: string;
                                name: string;
                            }[];
                        };
                    };
                };
                401: components["responses"]["Failure401"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Choose my language
         * @description For: whoever is signed in.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        locale: "zh-CN" | "zh-TW" | "en";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            username: string;
                            name: string;
                            /** @enum {unknown} */
                            locale: "zh-CN" | "zh-TW" | "en";
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            clearance: "public" | "internal" | "secret" | "confidential";
                            departmentId: string;
                            departmentName: string;
                            positions: {
                                id: string;
                                name: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        trace?: never;
    };
    "/api/me/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My tokens for programs
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                        }[];
                    };
                };
                401: components["responses"]["Failure401"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        /**
         * Make a token
         * @description For: whoever is signed in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        expiresInDays?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                        } & {
                            token: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw a token
         * @description For: whoever is signed in.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The days of a year that differ from an ordinary week
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    year: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            year: number;
                            /** @description whether the asker may say what a day is */
                            mayChange: boolean;
                            /** @description whether the public holidays of the year are known */
                            isKnown: boolean;
                            /** @description 1 Monday … 7 Sunday */
                            weekdays: number[];
                            spans: {
                                from: string;
                                to: string;
                            }[];
                            days: {
                                /** Format: date */
                                day: string;
                                /** @enum {unknown} */
                                kind: "workday" | "holiday";
                                /** @enum {unknown} */
                                origin: "public" | "catalogue" | "own";
                                note?: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/days/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say what a day is; without `kind` it follows the rule again
         * @description For: 流程管理员.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    day: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        kind?: "workday" | "holiday";
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            year: number;
                            /** @description whether the asker may say what a day is */
                            mayChange: boolean;
                            /** @description whether the public holidays of the year are known */
                            isKnown: boolean;
                            /** @description 1 Monday … 7 Sunday */
                            weekdays: number[];
                            spans: {
                                from: string;
                                to: string;
                            }[];
                            days: {
                                /** Format: date */
                                day: string;
                                /** @enum {unknown} */
                                kind: "workday" | "holiday";
                                /** @enum {unknown} */
                                origin: "public" | "catalogue" | "own";
                                note?: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People to choose from
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    position?: string;
                    department?: string;
                    includeDisabled?: boolean;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: ({
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            } & {
                                departmentName: string;
                                /** @description names of the positions held today */
                                positions: string[];
                                /** @enum {boolean} */
                                isDisabled?: true;
                            })[];
                            next?: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Positions and who holds them
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                name: string;
                                departmentId?: string;
                                holders: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                }[];
                            }[];
                            next?: string;
                        };
                    };
                };
                401: components["responses"]["Failure401"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Departments
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                name: string;
                                parentId?: string;
                            }[];
                            next?: string;
                        };
                    };
                };
                401: components["responses"]["Failure401"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Departments, positions and holders
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            departments: {
                                id: string;
                                name: string;
                                parentId?: string;
                                managerPositionId?: string;
                                /** @description how many are in it, without those below and the disabled */
                                people: number;
                                names: {
                                    "zh-CN": string;
                                    "zh-TW": string;
                                    en: string;
                                };
                                /** @description ended: offered nowhere, kept where it is referred to */
                                isEnded: boolean;
                                /** @description to be sent back with a change of it */
                                revision: number;
                            }[];
                            positions: {
                                id: string;
                                name: string;
                                departmentId?: string;
                                memberIds: string[];
                                /** @description who holds it today */
                                holders: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                }[];
                                names: {
                                    "zh-CN": string;
                                    "zh-TW": string;
                                    en: string;
                                };
                                /** @description ended: offered nowhere, kept where it is referred to */
                                isEnded: boolean;
                                /** @description to be sent back with a change of it */
                                revision: number;
                            }[];
                            mayChange: boolean;
                        };
                    };
                };
                401: components["responses"]["Failure401"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organization/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A person
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            username: string;
                            name: string;
                        } & {
                            departmentId: string;
                            departmentName: string;
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            clearance: "public" | "internal" | "secret" | "confidential";
                            /**
                             * @description 数据范围: whose records are seen without being asked to act on them
                             * @enum {unknown}
                             */
                            dataScope: "own" | "department" | "subordinates" | "all";
                            /** Format: date-time */
                            disabledAt?: string;
                            revision: number;
                            /** @description the newest first */
                            assignments: {
                                /** Format: uuid */
                                id: string;
                                person: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                positionId: string;
                                positionName: string;
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to?: string;
                                /** @enum {unknown} */
                                state: "past" | "current" | "coming" | "withdrawn";
                                revision: number;
                            }[];
                            mayChange: boolean;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a person
         * @description For: 流程管理员.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        revision: number;
                        name?: string;
                        departmentId?: string;
                        /**
                         * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                         * @enum {unknown}
                         */
                        clearance?: "public" | "internal" | "secret" | "confidential";
                        /**
                         * @description 数据范围: whose records are seen without being asked to act on them
                         * @enum {unknown}
                         */
                        dataScope?: "own" | "department" | "subordinates" | "all";
                        isDisabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        trace?: never;
    };
    "/api/organization/people/{id}/open-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open tasks that only this person has
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                instance: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @description SC001-202611-0001 */
                                    number: string;
                                    title: string;
                                    processId: string;
                                    processName: string;
                                    processVersion: number;
                                    /** @enum {unknown} */
                                    status: "running" | "completed" | "failed" | "cancelled";
                                    /**
                                     * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                     * @enum {unknown}
                                     */
                                    level: "public" | "internal" | "secret" | "confidential";
                                    starter: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    /** Format: date-time */
                                    startedAt: string;
                                    /** Format: date-time */
                                    endedAt?: string;
                                };
                                task: {
                                    /** Format: uuid */
                                    id: string;
                                    /** Format: uuid */
                                    instanceId: string;
                                    elementId: string;
                                    name: string;
                                    /** @enum {unknown} */
                                    state: "open" | "done" | "cancelled";
                                    positionId?: string;
                                    positionName?: string;
                                    /** @description who may do it now; who did it when done */
                                    holders: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    }[];
                                    /** @description who may act in their place now (代理) */
                                    substitutes?: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    }[];
                                    onBehalfOf?: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    /** Format: date-time */
                                    createdAt: string;
                                    /** Format: date-time */
                                    dueAt?: string;
                                    onLimit?: {
                                        /** @enum {unknown} */
                                        then: "nothing" | "escalate" | "pass" | "refuse";
                                        /** @description who then gets it beside its holders, where that is fixed */
                                        to?: string;
                                    };
                                    /** @enum {boolean} */
                                    timedOut?: true;
                                    /** Format: date-time */
                                    completedAt?: string;
                                    /** @enum {unknown} */
                                    decision?: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump";
                                    /** @description what the verb is called at this step */
                                    decisionLabel?: string;
                                    /** @description in 待办: what approving is called, where it may be done together with others */
                                    togetherLabel?: string;
                                };
                            }[];
                            /** @description how many more there are that the asker may not see */
                            hidden: number;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organization/positions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A position
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            department?: {
                                id: string;
                                name: string;
                            };
                            members: {
                                id: string;
                                name: string;
                            }[];
                            memberOf: {
                                id: string;
                                name: string;
                            }[];
                            /** @description departments whose manager it is */
                            manages: {
                                id: string;
                                name: string;
                            }[];
                            /** @description the newest first */
                            assignments: {
                                /** Format: uuid */
                                id: string;
                                person: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                positionId: string;
                                positionName: string;
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to?: string;
                                /** @enum {unknown} */
                                state: "past" | "current" | "coming" | "withdrawn";
                                revision: number;
                            }[];
                            mayChange: boolean;
                            names: {
                                "zh-CN": string;
                                "zh-TW": string;
                                en: string;
                            };
                            /** @description ended: offered nowhere, kept where it is referred to */
                            isEnded: boolean;
                            /** @description to be sent back with a change of it */
                            revision: number;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename, move or end a position, or change the members of a group
         * @description For: 流程管理员.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        revision: number;
                        name?: {
                            "zh-CN": string;
                            "zh-TW"?: string;
                            en?: string;
                        };
                        departmentId?: string;
                        memberIds?: string[];
                        isEnded?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        trace?: never;
    };
    "/api/organization/positions/{id}/open-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open tasks of the position that one holder alone has
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                instance: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @description SC001-202611-0001 */
                                    number: string;
                                    title: string;
                                    processId: string;
                                    processName: string;
                                    processVersion: number;
                                    /** @enum {unknown} */
                                    status: "running" | "completed" | "failed" | "cancelled";
                                    /**
                                     * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                     * @enum {unknown}
                                     */
                                    level: "public" | "internal" | "secret" | "confidential";
                                    starter: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    /** Format: date-time */
                                    startedAt: string;
                                    /** Format: date-time */
                                    endedAt?: string;
                                };
                                task: {
                                    /** Format: uuid */
                                    id: string;
                                    /** Format: uuid */
                                    instanceId: string;
                                    elementId: string;
                                    name: string;
                                    /** @enum {unknown} */
                                    state: "open" | "done" | "cancelled";
                                    positionId?: string;
                                    positionName?: string;
                                    /** @description who may do it now; who did it when done */
                                    holders: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    }[];
                                    /** @description who may act in their place now (代理) */
                                    substitutes?: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    }[];
                                    onBehalfOf?: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    /** Format: date-time */
                                    createdAt: string;
                                    /** Format: date-time */
                                    dueAt?: string;
                                    onLimit?: {
                                        /** @enum {unknown} */
                                        then: "nothing" | "escalate" | "pass" | "refuse";
                                        /** @description who then gets it beside its holders, where that is fixed */
                                        to?: string;
                                    };
                                    /** @enum {boolean} */
                                    timedOut?: true;
                                    /** Format: date-time */
                                    completedAt?: string;
                                    /** @enum {unknown} */
                                    decision?: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump";
                                    /** @description what the verb is called at this step */
                                    decisionLabel?: string;
                                    /** @description in 待办: what approving is called, where it may be done together with others */
                                    togetherLabel?: string;
                                };
                            }[];
                            /** @description how many more there are that the asker may not see */
                            hidden: number;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organization/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The log of changes, the newest first
         * @description For: 流程管理员.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                /** Format: date-time */
                                at: string;
                                by?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** @enum {unknown} */
                                action: "department.created" | "department.changed" | "position.created" | "position.changed" | "person.created" | "person.changed" | "person.passwordReset" | "person.handedOver" | "assignment.created" | "assignment.changed";
                                subject: {
                                    name: string;
                                    departmentId?: string;
                                    positionId?: string;
                                    /** Format: uuid */
                                    personId?: string;
                                };
                                /** @description what it was and what it is; departments, positions and people by their names, the rest as it is kept */
                                fields: {
                                    /** @description name.zh-CN, parentId, clearance, to, … */
                                    field: string;
                                    before?: string;
                                    after?: string;
                                }[];
                            }[];
                            next?: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/steps/{elementId}/holders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who would get this step, and why
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: {
                    at?: string;
                    /** @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order */
                    level?: "public" | "internal" | "secret" | "confidential";
                };
                header?: never;
                path: {
                    id: string;
                    elementId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            elementId: string;
                            name: string;
                            /** Format: date-time */
                            at: string;
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            level: "public" | "internal" | "secret" | "confidential";
                            /** @enum {unknown} */
                            mode: "together" | "each";
                            atRunTime: string[];
                            isOtherwise: boolean;
                            tasks: {
                                groups: {
                                    id: string;
                                    name: string;
                                    /** @enum {unknown} */
                                    kind: "position" | "group" | "department" | "unknown";
                                    positions: {
                                        id?: string;
                                        name?: string;
                                        reasons: string[];
                                        people: {
                                            person: {
                                                /** Format: uuid */
                                                id: string;
                                                username: string;
                                                name: string;
                                            };
                                            isChosen: boolean;
                                            /** @description sentences in the asker's language */
                                            reasons: string[];
                                        }[];
                                    }[];
                                }[];
                                holders: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                }[];
                                substitutes: {
                                    person: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    insteadOf: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    isChosen: boolean;
                                    reasons: string[];
                                }[];
                                fallback?: {
                                    reason: string;
                                    people: {
                                        person: {
                                            /** Format: uuid */
                                            id: string;
                                            username: string;
                                            name: string;
                                        };
                                        isChosen: boolean;
                                        /** @description sentences in the asker's language */
                                        reasons: string[];
                                    }[];
                                };
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organization/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a department
         * @description For: 流程管理员.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: {
                            "zh-CN": string;
                            "zh-TW"?: string;
                            en?: string;
                        };
                        parentId?: string;
                        managerPositionId?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organization/departments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename, move or end a department, or change its manager
         * @description For: 流程管理员.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        revision: number;
                        name?: {
                            "zh-CN": string;
                            "zh-TW"?: string;
                            en?: string;
                        };
                        parentId?: string | null;
                        managerPositionId?: string | null;
                        isEnded?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        trace?: never;
    };
    "/api/organization/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a position
         * @description For: 流程管理员.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: {
                            "zh-CN": string;
                            "zh-TW"?: string;
                            en?: string;
                        };
                        departmentId: string;
                        memberIds?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organization/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take somebody in; the password is told once
         * @description For: 流程管理员.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description what the person signs in with and forms refer to; it stays */
                        username: string;
                        name: string;
                        departmentId: string;
                        /**
                         * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                         * @enum {unknown}
                         */
                        clearance: "public" | "internal" | "secret" | "confidential";
                        /**
                         * @description 数据范围: whose records are seen without being asked to act on them
                         * @enum {unknown}
                         */
                        dataScope: "own" | "department" | "subordinates" | "all";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            password: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organization/people/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a new password, told once
         * @description For: 流程管理员.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            password: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organization/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Appoint somebody to a position
         * @description For: 流程管理员.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        personId: string;
                        positionId: string;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to?: string;
                        replaces?: {
                            /** Format: uuid */
                            id: string;
                            revision: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organization/assignments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Move the days of an assignment, or withdraw it
         * @description For: 流程管理员.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        revision: number;
                        /** Format: date */
                        from?: string;
                        to?: string | null;
                        /** @enum {boolean} */
                        isWithdrawn?: true;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        trace?: never;
    };
    "/api/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All record kinds
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                code: string;
                                name: string;
                                /** @enum {unknown} */
                                type: "document" | "register" | "form";
                                processes: string[];
                            }[];
                            next?: string;
                        };
                    };
                };
                401: components["responses"]["Failure401"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kinds/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A record kind with its schema and its view
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            name: string;
                            /** @enum {unknown} */
                            type: "document" | "register" | "form";
                            schema: {
                                [key: string]: unknown;
                            };
                            view: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Records, newest first
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: {
                    kind?: string;
                    /** @description 草稿 · 审批中 · 退回 · 已生效 · 已作废 */
                    status?: "draft" | "inApproval" | "returned" | "inEffect" | "void";
                    /** @description 编号、标题、内容或标题的拼音 */
                    q?: string;
                    /** @description JSON object of field → value: {"roles":"customer"}; with `kind`, also field → bounds, of which one may be absent: {"recordDate":{"from":"2026-03","to":"2026-05-15"}} */
                    where?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                kindName: string;
                                /** @description MRP-202611-0001; given at first submission */
                                number?: string;
                                title: string;
                                /**
                                 * @description 草稿 · 审批中 · 退回 · 已生效 · 已作废
                                 * @enum {unknown}
                                 */
                                status: "draft" | "inApproval" | "returned" | "inEffect" | "void";
                                /**
                                 * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                 * @enum {unknown}
                                 */
                                level: "public" | "internal" | "secret" | "confidential";
                                /** @description 0 while nothing was submitted */
                                version: number;
                                owner: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                departmentId: string;
                                departmentName: string;
                                /** Format: uuid */
                                instanceId?: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            next?: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        /**
         * Begin an entry of a register
         * @description For: whoever writes the draft, or may write one.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        kind: string;
                        title?: string;
                        /**
                         * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                         * @enum {unknown}
                         */
                        level?: "public" | "internal" | "secret" | "confidential";
                        data?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            kindName: string;
                            /** @description MRP-202611-0001; given at first submission */
                            number?: string;
                            title: string;
                            /**
                             * @description 草稿 · 审批中 · 退回 · 已生效 · 已作废
                             * @enum {unknown}
                             */
                            status: "draft" | "inApproval" | "returned" | "inEffect" | "void";
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            level: "public" | "internal" | "secret" | "confidential";
                            /** @description 0 while nothing was submitted */
                            version: number;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            };
                            departmentId: string;
                            departmentName: string;
                            /** Format: uuid */
                            instanceId?: string;
                            /** Format: date-time */
                            updatedAt: string;
                        } & {
                            /** Format: date-time */
                            createdAt: string;
                            data: {
                                [key: string]: unknown;
                            };
                            isDraft: boolean;
                            draftRevision: number;
                            attachments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                /** @description bytes */
                                size: number;
                                sha256: string;
                                uploadedBy: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                uploadedAt: string;
                            }[];
                            links: {
                                /**
                                 * @description 依据 · 产生 · 证据 · 使用 · 相关 · 替代 · 纠正 · 移交
                                 * @enum {unknown}
                                 */
                                type: "basis" | "derived" | "evidence" | "uses" | "related" | "supersedes" | "corrects" | "handover";
                                /** @enum {unknown} */
                                direction: "from" | "to";
                                record: {
                                    /** Format: uuid */
                                    id: string;
                                    kind: string;
                                    kindName: string;
                                    /** @description MRP-202611-0001; given at first submission */
                                    number?: string;
                                    title: string;
                                    /**
                                     * @description 草稿 · 审批中 · 退回 · 已生效 · 已作废
                                     * @enum {unknown}
                                     */
                                    status: "draft" | "inApproval" | "returned" | "inEffect" | "void";
                                    /**
                                     * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                     * @enum {unknown}
                                     */
                                    level: "public" | "internal" | "secret" | "confidential";
                                    /** @description 0 while nothing was submitted */
                                    version: number;
                                    owner: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    departmentId: string;
                                    departmentName: string;
                                    /** Format: uuid */
                                    instanceId?: string;
                                    /** Format: date-time */
                                    updatedAt: string;
                                };
                            }[];
                            can: {
                                edit: boolean;
                                attach: boolean;
                            };
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A record
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            kindName: string;
                            /** @description MRP-202611-0001; given at first submission */
                            number?: string;
                            title: string;
                            /**
                             * @description 草稿 · 审批中 · 退回 · 已生效 · 已作废
                             * @enum {unknown}
                             */
                            status: "draft" | "inApproval" | "returned" | "inEffect" | "void";
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            level: "public" | "internal" | "secret" | "confidential";
                            /** @description 0 while nothing was submitted */
                            version: number;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            };
                            departmentId: string;
                            departmentName: string;
                            /** Format: uuid */
                            instanceId?: string;
                            /** Format: date-time */
                            updatedAt: string;
                        } & {
                            /** Format: date-time */
                            createdAt: string;
                            data: {
                                [key: string]: unknown;
                            };
                            isDraft: boolean;
                            draftRevision: number;
                            attachments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                /** @description bytes */
                                size: number;
                                sha256: string;
                                uploadedBy: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                uploadedAt: string;
                            }[];
                            links: {
                                /**
                                 * @description 依据 · 产生 · 证据 · 使用 · 相关 · 替代 · 纠正 · 移交
                                 * @enum {unknown}
                                 */
                                type: "basis" | "derived" | "evidence" | "uses" | "related" | "supersedes" | "corrects" | "handover";
                                /** @enum {unknown} */
                                direction: "from" | "to";
                                record: {
                                    /** Format: uuid */
                                    id: string;
                                    kind: string;
                                    kindName: string;
                                    /** @description MRP-202611-0001; given at first submission */
                                    number?: string;
                                    title: string;
                                    /**
                                     * @description 草稿 · 审批中 · 退回 · 已生效 · 已作废
                                     * @enum {unknown}
                                     */
                                    status: "draft" | "inApproval" | "returned" | "inEffect" | "void";
                                    /**
                                     * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                     * @enum {unknown}
                                     */
                                    level: "public" | "internal" | "secret" | "confidential";
                                    /** @description 0 while nothing was submitted */
                                    version: number;
                                    owner: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    departmentId: string;
                                    departmentName: string;
                                    /** Format: uuid */
                                    instanceId?: string;
                                    /** Format: date-time */
                                    updatedAt: string;
                                };
                            }[];
                            can: {
                                edit: boolean;
                                attach: boolean;
                            };
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The frozen versions of a record, newest first
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                version: number;
                                title: string;
                                /**
                                 * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                 * @enum {unknown}
                                 */
                                level: "public" | "internal" | "secret" | "confidential";
                                data: {
                                    [key: string]: unknown;
                                };
                                attachments: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    mediaType: string;
                                    /** @description bytes */
                                    size: number;
                                    sha256: string;
                                    uploadedBy: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    /** Format: date-time */
                                    uploadedAt: string;
                                }[];
                                /** @description of the frozen content */
                                sha256: string;
                                submittedBy: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                submittedAt: string;
                            }[];
                            next?: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A frozen version
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            title: string;
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            level: "public" | "internal" | "secret" | "confidential";
                            data: {
                                [key: string]: unknown;
                            };
                            attachments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                /** @description bytes */
                                size: number;
                                sha256: string;
                                uploadedBy: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                uploadedAt: string;
                            }[];
                            /** @description of the frozen content */
                            sha256: string;
                            submittedBy: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            };
                            /** Format: date-time */
                            submittedAt: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save my draft
         * @description For: whoever writes the draft, or may write one.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        data: {
                            [key: string]: unknown;
                        };
                        title?: string;
                        /**
                         * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                         * @enum {unknown}
                         */
                        level?: "public" | "internal" | "secret" | "confidential";
                        attachmentIds?: string[];
                        /** @description the revision that was edited */
                        revision: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revision: number;
                            /** Format: date-time */
                            savedAt: string;
                            data: {
                                [key: string]: unknown;
                            };
                            title: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        post?: never;
        /**
         * Give my draft of a register’s entry up
         * @description For: whoever writes the draft, or may write one.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make my draft the next version of a register’s entry
         * @description For: whoever writes the draft, or may write one.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        data: {
                            [key: string]: unknown;
                        };
                        title?: string;
                        /**
                         * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                         * @enum {unknown}
                         */
                        level?: "public" | "internal" | "secret" | "confidential";
                        attachmentIds?: string[];
                        /** @description the revision that was edited; any where absent */
                        revision?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            kindName: string;
                            /** @description MRP-202611-0001; given at first submission */
                            number?: string;
                            title: string;
                            /**
                             * @description 草稿 · 审批中 · 退回 · 已生效 · 已作废
                             * @enum {unknown}
                             */
                            status: "draft" | "inApproval" | "returned" | "inEffect" | "void";
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            level: "public" | "internal" | "secret" | "confidential";
                            /** @description 0 while nothing was submitted */
                            version: number;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            };
                            departmentId: string;
                            departmentName: string;
                            /** Format: uuid */
                            instanceId?: string;
                            /** Format: date-time */
                            updatedAt: string;
                        } & {
                            /** Format: date-time */
                            createdAt: string;
                            data: {
                                [key: string]: unknown;
                            };
                            isDraft: boolean;
                            draftRevision: number;
                            attachments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                /** @description bytes */
                                size: number;
                                sha256: string;
                                uploadedBy: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                uploadedAt: string;
                            }[];
                            links: {
                                /**
                                 * @description 依据 · 产生 · 证据 · 使用 · 相关 · 替代 · 纠正 · 移交
                                 * @enum {unknown}
                                 */
                                type: "basis" | "derived" | "evidence" | "uses" | "related" | "supersedes" | "corrects" | "handover";
                                /** @enum {unknown} */
                                direction: "from" | "to";
                                record: {
                                    /** Format: uuid */
                                    id: string;
                                    kind: string;
                                    kindName: string;
                                    /** @description MRP-202611-0001; given at first submission */
                                    number?: string;
                                    title: string;
                                    /**
                                     * @description 草稿 · 审批中 · 退回 · 已生效 · 已作废
                                     * @enum {unknown}
                                     */
                                    status: "draft" | "inApproval" | "returned" | "inEffect" | "void";
                                    /**
                                     * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                     * @enum {unknown}
                                     */
                                    level: "public" | "internal" | "secret" | "confidential";
                                    /** @description 0 while nothing was submitted */
                                    version: number;
                                    owner: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    departmentId: string;
                                    departmentName: string;
                                    /** Format: uuid */
                                    instanceId?: string;
                                    /** Format: date-time */
                                    updatedAt: string;
                                };
                            }[];
                            can: {
                                edit: boolean;
                                attach: boolean;
                            };
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a draft of a register’s entry
         * @description For: whoever writes the draft, or may write one.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            kindName: string;
                            /** @description MRP-202611-0001; given at first submission */
                            number?: string;
                            title: string;
                            /**
                             * @description 草稿 · 审批中 · 退回 · 已生效 · 已作废
                             * @enum {unknown}
                             */
                            status: "draft" | "inApproval" | "returned" | "inEffect" | "void";
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            level: "public" | "internal" | "secret" | "confidential";
                            /** @description 0 while nothing was submitted */
                            version: number;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            };
                            departmentId: string;
                            departmentName: string;
                            /** Format: uuid */
                            instanceId?: string;
                            /** Format: date-time */
                            updatedAt: string;
                        } & {
                            /** Format: date-time */
                            createdAt: string;
                            data: {
                                [key: string]: unknown;
                            };
                            isDraft: boolean;
                            draftRevision: number;
                            attachments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                /** @description bytes */
                                size: number;
                                sha256: string;
                                uploadedBy: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                uploadedAt: string;
                            }[];
                            links: {
                                /**
                                 * @description 依据 · 产生 · 证据 · 使用 · 相关 · 替代 · 纠正 · 移交
                                 * @enum {unknown}
                                 */
                                type: "basis" | "derived" | "evidence" | "uses" | "related" | "supersedes" | "corrects" | "handover";
                                /** @enum {unknown} */
                                direction: "from" | "to";
                                record: {
                                    /** Format: uuid */
                                    id: string;
                                    kind: string;
                                    kindName: string;
                                    /** @description MRP-202611-0001; given at first submission */
                                    number?: string;
                                    title: string;
                                    /**
                                     * @description 草稿 · 审批中 · 退回 · 已生效 · 已作废
                                     * @enum {unknown}
                                     */
                                    status: "draft" | "inApproval" | "returned" | "inEffect" | "void";
                                    /**
                                     * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                     * @enum {unknown}
                                     */
                                    level: "public" | "internal" | "secret" | "confidential";
                                    /** @description 0 while nothing was submitted */
                                    version: number;
                                    owner: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    departmentId: string;
                                    departmentName: string;
                                    /** Format: uuid */
                                    instanceId?: string;
                                    /** Format: date-time */
                                    updatedAt: string;
                                };
                            }[];
                            can: {
                                edit: boolean;
                                attach: boolean;
                            };
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All processes
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description 流程代号, such as SC-001 */
                                id: string;
                                name: string;
                                description: string;
                                departmentId: string;
                                departmentName: string;
                                version: number;
                                /** @enum {unknown} */
                                status: "draft" | "inEffect";
                                /** Format: date-time */
                                effectiveAt?: string;
                                /** @description whether the asker may start it */
                                startable: boolean;
                                /** @description whether a start by hand asks for something first */
                                hasStartForm: boolean;
                                startRoute?: {
                                    /** @description starts like a process, with the field among its data */
                                    id: string;
                                    name: string;
                                    description: string;
                                    field: string;
                                    fieldName: string;
                                    /** @description the value that leads to this process */
                                    value: string;
                                    valueName: string;
                                };
                                recordKinds: string[];
                            }[];
                            next?: string;
                        };
                    };
                };
                401: components["responses"]["Failure401"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A process with its drawing and its steps
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 流程代号, such as SC-001 */
                            id: string;
                            name: string;
                            description: string;
                            departmentId: string;
                            departmentName: string;
                            version: number;
                            /** @enum {unknown} */
                            status: "draft" | "inEffect";
                            /** Format: date-time */
                            effectiveAt?: string;
                            /** @description whether the asker may start it */
                            startable: boolean;
                            /** @description whether a start by hand asks for something first */
                            hasStartForm: boolean;
                            startRoute?: {
                                /** @description starts like a process, with the field among its data */
                                id: string;
                                name: string;
                                description: string;
                                field: string;
                                fieldName: string;
                                /** @description the value that leads to this process */
                                value: string;
                                valueName: string;
                            };
                            recordKinds: string[];
                        } & {
                            /** @description BPMN 2.0 of the version in effect */
                            xml: string;
                            names: {
                                [key: string]: string;
                            };
                            settings: {
                                [key: string]: unknown;
                            };
                            /** @description whether the asker may hand in versions */
                            mayChange: boolean;
                            startForm?: {
                                kind: string;
                                data: {
                                    [key: string]: unknown;
                                };
                            };
                            steps: {
                                elementId: string;
                                name: string;
                                /** @description names */
                                positions: string[];
                                formKind?: string;
                                /** @enum {unknown} */
                                origin: "stated" | "implied" | "proposed";
                                /** @description what the drawing says beyond the ordinary */
                                rules: {
                                    /** @enum {unknown} */
                                    rule: "mode" | "opinion" | "attachment" | "signature" | "hidden" | "written" | "batch" | "limit" | "reminders" | "onLimit" | "vacant" | "starterApproves" | "samePerson" | "afterReturn";
                                    /** @description what the rule is called */
                                    name: string;
                                    /** @description what it says */
                                    text: string;
                                }[];
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All versions, the newest first
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                version: number;
                                /**
                                 * @description 草稿 · 联合审核中 · 已生效 · 已停用
                                 * @enum {unknown}
                                 */
                                status: "draft" | "inReview" | "inEffect" | "retired";
                                /** @description what changes, and why */
                                note: string;
                                signedBy?: "installation" | string;
                                /** Format: uuid */
                                reviewId?: string;
                                /** @description of the review, where the asker may see it */
                                reviewNumber?: string;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                effectiveAt?: string;
                            }[];
                            next?: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        /**
         * Hands in a changed drawing as the next version
         * @description For: 流程管理员.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        xml: string;
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            /**
                             * @description 草稿 · 联合审核中 · 已生效 · 已停用
                             * @enum {unknown}
                             */
                            status: "draft" | "inReview" | "inEffect" | "retired";
                            /** @description what changes, and why */
                            note: string;
                            signedBy?: "installation" | string;
                            /** Format: uuid */
                            reviewId?: string;
                            /** @description of the review, where the asker may see it */
                            reviewNumber?: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            effectiveAt?: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A version with its drawing and what can be said against it
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            /**
                             * @description 草稿 · 联合审核中 · 已生效 · 已停用
                             * @enum {unknown}
                             */
                            status: "draft" | "inReview" | "inEffect" | "retired";
                            /** @description what changes, and why */
                            note: string;
                            signedBy?: "installation" | string;
                            /** Format: uuid */
                            reviewId?: string;
                            /** @description of the review, where the asker may see it */
                            reviewNumber?: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            effectiveAt?: string;
                        } & {
                            findings: {
                                code: string;
                                /** @enum {unknown} */
                                severity: "error" | "warning";
                                elementId: string;
                                elementName: string;
                                message: string;
                                /** @description ids of the elements on the way, the start first */
                                way: string[];
                            }[];
                            difference?: {
                                version: number;
                                xml: string;
                                changes: {
                                    elementId: string;
                                    /** @description of a flow without a name, the names of what it connects */
                                    name: string;
                                    /** @enum {unknown} */
                                    change: "added" | "removed" | "changed";
                                }[];
                            };
                        } & {
                            xml: string;
                            can: {
                                change: boolean;
                                review: boolean;
                            };
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        /**
         * Replaces the drawing of a draft
         * @description For: 流程管理员.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        xml: string;
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            /**
                             * @description 草稿 · 联合审核中 · 已生效 · 已停用
                             * @enum {unknown}
                             */
                            status: "draft" | "inReview" | "inEffect" | "retired";
                            /** @description what changes, and why */
                            note: string;
                            signedBy?: "installation" | string;
                            /** Format: uuid */
                            reviewId?: string;
                            /** @description of the review, where the asker may see it */
                            reviewNumber?: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            effectiveAt?: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Proves a drawing without handing it in
         * @description For: 流程管理员.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        xml: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            findings: {
                                code: string;
                                /** @enum {unknown} */
                                severity: "error" | "warning";
                                elementId: string;
                                elementName: string;
                                message: string;
                                /** @description ids of the elements on the way, the start first */
                                way: string[];
                            }[];
                            difference?: {
                                version: number;
                                xml: string;
                                changes: {
                                    elementId: string;
                                    /** @description of a flow without a name, the names of what it connects */
                                    name: string;
                                    /** @enum {unknown} */
                                    change: "added" | "removed" | "changed";
                                }[];
                            };
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/versions/{version}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts a draft before the five managers
         * @description For: 流程管理员.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            instanceId: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a process; `data` is its start form, or else what its first form begins with
         * @description For: whoever holds a position that starts the process.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        process: string;
                        data?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @description SC001-202611-0001 */
                            number: string;
                            title: string;
                            processId: string;
                            processName: string;
                            processVersion: number;
                            /** @enum {unknown} */
                            status: "running" | "completed" | "failed" | "cancelled";
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            level: "public" | "internal" | "secret" | "confidential";
                            starter: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            };
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            endedAt?: string;
                        } & {
                            /** @description open tasks first, then the done ones, newest first */
                            tasks: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                instanceId: string;
                                elementId: string;
                                name: string;
                                /** @enum {unknown} */
                                state: "open" | "done" | "cancelled";
                                positionId?: string;
                                positionName?: string;
                                /** @description who may do it now; who did it when done */
                                holders: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                }[];
                                /** @description who may act in their place now (代理) */
                                substitutes?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                }[];
                                onBehalfOf?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                dueAt?: string;
                                onLimit?: {
                                    /** @enum {unknown} */
                                    then: "nothing" | "escalate" | "pass" | "refuse";
                                    /** @description who then gets it beside its holders, where that is fixed */
                                    to?: string;
                                };
                                /** @enum {boolean} */
                                timedOut?: true;
                                /** Format: date-time */
                                completedAt?: string;
                                /** @enum {unknown} */
                                decision?: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump";
                                /** @description what the verb is called at this step */
                                decisionLabel?: string;
                                /** @description in 待办: what approving is called, where it may be done together with others */
                                togetherLabel?: string;
                            }[];
                            records: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                kindName: string;
                                /** @description MRP-202611-0001; given at first submission */
                                number?: string;
                                title: string;
                                /**
                                 * @description 草稿 · 审批中 · 退回 · 已生效 · 已作废
                                 * @enum {unknown}
                                 */
                                status: "draft" | "inApproval" | "returned" | "inEffect" | "void";
                                /**
                                 * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                 * @enum {unknown}
                                 */
                                level: "public" | "internal" | "secret" | "confidential";
                                /** @description 0 while nothing was submitted */
                                version: number;
                                owner: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                departmentId: string;
                                departmentName: string;
                                /** Format: uuid */
                                instanceId?: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            timeline: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {unknown} */
                                type: "instanceStarted" | "taskCreated" | "taskCompleted" | "taskCancelled" | "asked" | "verb" | "autoDecided" | "recordSubmitted" | "recordInEffect" | "reminderSent" | "dueMoved" | "reseated" | "limitPassed" | "escalated" | "incident" | "instanceCompleted" | "instanceFailed" | "instanceCancelled";
                                elementId?: string;
                                /** Format: uuid */
                                taskId?: string;
                                taskName?: string;
                                positionName?: string;
                                person?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** @enum {unknown} */
                                decision?: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump";
                                decisionLabel?: string;
                                opinion?: string;
                                /** @enum {unknown} */
                                verb?: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump" | "withdraw" | "terminate" | "urge" | "copy" | "comment" | "handOver";
                                verbLabel?: string;
                                /** @description names of people, positions or steps */
                                to?: string[];
                                waitsFor?: string[];
                                /** @enum {unknown} */
                                then?: "again" | "direct";
                                from?: string;
                                /** @description decided together with others (批量同意) */
                                isTogether?: boolean;
                                /** Format: date-time */
                                dueAt?: string;
                                advises?: string;
                                onBehalfOf?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                byRule?: {
                                    /** @enum {unknown} */
                                    rule: "vacant" | "starter" | "samePerson" | "timeLimit";
                                    reason: string;
                                };
                                attachments?: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    mediaType: string;
                                    /** @description bytes */
                                    size: number;
                                    sha256: string;
                                    uploadedBy: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    /** Format: date-time */
                                    uploadedAt: string;
                                }[];
                                signature?: {
                                    /** @enum {unknown} */
                                    method: "drawn" | "typed";
                                    /** @description every version that was signed; none at a step without a document */
                                    documents: {
                                        /** Format: uuid */
                                        recordId: string;
                                        number: string;
                                        version: number;
                                        sha256: string;
                                    }[];
                                };
                                /** Format: date-time */
                                takenBackAt?: string;
                                /** Format: uuid */
                                recordId?: string;
                                recordVersion?: number;
                                documents?: {
                                    /** Format: uuid */
                                    recordId: string;
                                    recordVersion: number;
                                }[];
                            }[];
                            /** @description by people, the newest first */
                            copies: {
                                person: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                by?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                at: string;
                                /** Format: date-time */
                                readAt?: string;
                            }[];
                            /** @description what the asker may ask of the instance now (提出疑问) */
                            asks: {
                                message: string;
                                label: string;
                            }[];
                            /** @description the process version that the instance reviews (domain.md §3 GOV-2) */
                            reviews?: {
                                processId: string;
                                version: number;
                            };
                            /** @description what led here and where it leads, the instance itself among them, the furthest source first */
                            chain: {
                                instance: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @description SC001-202611-0001 */
                                    number: string;
                                    title: string;
                                    processId: string;
                                    processName: string;
                                    processVersion: number;
                                    /** @enum {unknown} */
                                    status: "running" | "completed" | "failed" | "cancelled";
                                    /**
                                     * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                     * @enum {unknown}
                                     */
                                    level: "public" | "internal" | "secret" | "confidential";
                                    starter: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    /** Format: date-time */
                                    startedAt: string;
                                    /** Format: date-time */
                                    endedAt?: string;
                                };
                                /** @description steps downstream; negative: upstream; 0: the instance itself */
                                distance: number;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An instance: where it is, what it made, what happened
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @description SC001-202611-0001 */
                            number: string;
                            title: string;
                            processId: string;
                            processName: string;
                            processVersion: number;
                            /** @enum {unknown} */
                            status: "running" | "completed" | "failed" | "cancelled";
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            level: "public" | "internal" | "secret" | "confidential";
                            starter: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            };
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            endedAt?: string;
                        } & {
                            /** @description open tasks first, then the done ones, newest first */
                            tasks: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                instanceId: string;
                                elementId: string;
                                name: string;
                                /** @enum {unknown} */
                                state: "open" | "done" | "cancelled";
                                positionId?: string;
                                positionName?: string;
                                /** @description who may do it now; who did it when done */
                                holders: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                }[];
                                /** @description who may act in their place now (代理) */
                                substitutes?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                }[];
                                onBehalfOf?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                dueAt?: string;
                                onLimit?: {
                                    /** @enum {unknown} */
                                    then: "nothing" | "escalate" | "pass" | "refuse";
                                    /** @description who then gets it beside its holders, where that is fixed */
                                    to?: string;
                                };
                                /** @enum {boolean} */
                                timedOut?: true;
                                /** Format: date-time */
                                completedAt?: string;
                                /** @enum {unknown} */
                                decision?: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump";
                                /** @description what the verb is called at this step */
                                decisionLabel?: string;
                                /** @description in 待办: what approving is called, where it may be done together with others */
                                togetherLabel?: string;
                            }[];
                            records: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                kindName: string;
                                /** @description MRP-202611-0001; given at first submission */
                                number?: string;
                                title: string;
                                /**
                                 * @description 草稿 · 审批中 · 退回 · 已生效 · 已作废
                                 * @enum {unknown}
                                 */
                                status: "draft" | "inApproval" | "returned" | "inEffect" | "void";
                                /**
                                 * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                 * @enum {unknown}
                                 */
                                level: "public" | "internal" | "secret" | "confidential";
                                /** @description 0 while nothing was submitted */
                                version: number;
                                owner: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                departmentId: string;
                                departmentName: string;
                                /** Format: uuid */
                                instanceId?: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            timeline: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {unknown} */
                                type: "instanceStarted" | "taskCreated" | "taskCompleted" | "taskCancelled" | "asked" | "verb" | "autoDecided" | "recordSubmitted" | "recordInEffect" | "reminderSent" | "dueMoved" | "reseated" | "limitPassed" | "escalated" | "incident" | "instanceCompleted" | "instanceFailed" | "instanceCancelled";
                                elementId?: string;
                                /** Format: uuid */
                                taskId?: string;
                                taskName?: string;
                                positionName?: string;
                                person?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** @enum {unknown} */
                                decision?: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump";
                                decisionLabel?: string;
                                opinion?: string;
                                /** @enum {unknown} */
                                verb?: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump" | "withdraw" | "terminate" | "urge" | "copy" | "comment" | "handOver";
                                verbLabel?: string;
                                /** @description names of people, positions or steps */
                                to?: string[];
                                waitsFor?: string[];
                                /** @enum {unknown} */
                                then?: "again" | "direct";
                                from?: string;
                                /** @description decided together with others (批量同意) */
                                isTogether?: boolean;
                                /** Format: date-time */
                                dueAt?: string;
                                advises?: string;
                                onBehalfOf?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                byRule?: {
                                    /** @enum {unknown} */
                                    rule: "vacant" | "starter" | "samePerson" | "timeLimit";
                                    reason: string;
                                };
                                attachments?: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    mediaType: string;
                                    /** @description bytes */
                                    size: number;
                                    sha256: string;
                                    uploadedBy: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    /** Format: date-time */
                                    uploadedAt: string;
                                }[];
                                signature?: {
                                    /** @enum {unknown} */
                                    method: "drawn" | "typed";
                                    /** @description every version that was signed; none at a step without a document */
                                    documents: {
                                        /** Format: uuid */
                                        recordId: string;
                                        number: string;
                                        version: number;
                                        sha256: string;
                                    }[];
                                };
                                /** Format: date-time */
                                takenBackAt?: string;
                                /** Format: uuid */
                                recordId?: string;
                                recordVersion?: number;
                                documents?: {
                                    /** Format: uuid */
                                    recordId: string;
                                    recordVersion: number;
                                }[];
                            }[];
                            /** @description by people, the newest first */
                            copies: {
                                person: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                by?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                at: string;
                                /** Format: date-time */
                                readAt?: string;
                            }[];
                            /** @description what the asker may ask of the instance now (提出疑问) */
                            asks: {
                                message: string;
                                label: string;
                            }[];
                            /** @description the process version that the instance reviews (domain.md §3 GOV-2) */
                            reviews?: {
                                processId: string;
                                version: number;
                            };
                            /** @description what led here and where it leads, the instance itself among them, the furthest source first */
                            chain: {
                                instance: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @description SC001-202611-0001 */
                                    number: string;
                                    title: string;
                                    processId: string;
                                    processName: string;
                                    processVersion: number;
                                    /** @enum {unknown} */
                                    status: "running" | "completed" | "failed" | "cancelled";
                                    /**
                                     * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                     * @enum {unknown}
                                     */
                                    level: "public" | "internal" | "secret" | "confidential";
                                    starter: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    /** Format: date-time */
                                    startedAt: string;
                                    /** Format: date-time */
                                    endedAt?: string;
                                };
                                /** @description steps downstream; negative: upstream; 0: the instance itself */
                                distance: number;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/diagram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The drawing of its version, with its tokens
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            xml: string;
                            names: {
                                [key: string]: string;
                            };
                            active: string[];
                            completed: string[];
                            flows: string[];
                            incidents: {
                                elementId: string;
                                message: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask something of a running instance
         * @description For: whoever is signed in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        message: string;
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @description SC001-202611-0001 */
                            number: string;
                            title: string;
                            processId: string;
                            processName: string;
                            processVersion: number;
                            /** @enum {unknown} */
                            status: "running" | "completed" | "failed" | "cancelled";
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            level: "public" | "internal" | "secret" | "confidential";
                            starter: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            };
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            endedAt?: string;
                        } & {
                            /** @description open tasks first, then the done ones, newest first */
                            tasks: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                instanceId: string;
                                elementId: string;
                                name: string;
                                /** @enum {unknown} */
                                state: "open" | "done" | "cancelled";
                                positionId?: string;
                                positionName?: string;
                                /** @description who may do it now; who did it when done */
                                holders: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                }[];
                                /** @description who may act in their place now (代理) */
                                substitutes?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                }[];
                                onBehalfOf?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                dueAt?: string;
                                onLimit?: {
                                    /** @enum {unknown} */
                                    then: "nothing" | "escalate" | "pass" | "refuse";
                                    /** @description who then gets it beside its holders, where that is fixed */
                                    to?: string;
                                };
                                /** @enum {boolean} */
                                timedOut?: true;
                                /** Format: date-time */
                                completedAt?: string;
                                /** @enum {unknown} */
                                decision?: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump";
                                /** @description what the verb is called at this step */
                                decisionLabel?: string;
                                /** @description in 待办: what approving is called, where it may be done together with others */
                                togetherLabel?: string;
                            }[];
                            records: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                kindName: string;
                                /** @description MRP-202611-0001; given at first submission */
                                number?: string;
                                title: string;
                                /**
                                 * @description 草稿 · 审批中 · 退回 · 已生效 · 已作废
                                 * @enum {unknown}
                                 */
                                status: "draft" | "inApproval" | "returned" | "inEffect" | "void";
                                /**
                                 * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                 * @enum {unknown}
                                 */
                                level: "public" | "internal" | "secret" | "confidential";
                                /** @description 0 while nothing was submitted */
                                version: number;
                                owner: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                departmentId: string;
                                departmentName: string;
                                /** Format: uuid */
                                instanceId?: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            timeline: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {unknown} */
                                type: "instanceStarted" | "taskCreated" | "taskCompleted" | "taskCancelled" | "asked" | "verb" | "autoDecided" | "recordSubmitted" | "recordInEffect" | "reminderSent" | "dueMoved" | "reseated" | "limitPassed" | "escalated" | "incident" | "instanceCompleted" | "instanceFailed" | "instanceCancelled";
                                elementId?: string;
                                /** Format: uuid */
                                taskId?: string;
                                taskName?: string;
                                positionName?: string;
                                person?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** @enum {unknown} */
                                decision?: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump";
                                decisionLabel?: string;
                                opinion?: string;
                                /** @enum {unknown} */
                                verb?: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump" | "withdraw" | "terminate" | "urge" | "copy" | "comment" | "handOver";
                                verbLabel?: string;
                                /** @description names of people, positions or steps */
                                to?: string[];
                                waitsFor?: string[];
                                /** @enum {unknown} */
                                then?: "again" | "direct";
                                from?: string;
                                /** @description decided together with others (批量同意) */
                                isTogether?: boolean;
                                /** Format: date-time */
                                dueAt?: string;
                                advises?: string;
                                onBehalfOf?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                byRule?: {
                                    /** @enum {unknown} */
                                    rule: "vacant" | "starter" | "samePerson" | "timeLimit";
                                    reason: string;
                                };
                                attachments?: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    mediaType: string;
                                    /** @description bytes */
                                    size: number;
                                    sha256: string;
                                    uploadedBy: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    /** Format: date-time */
                                    uploadedAt: string;
                                }[];
                                signature?: {
                                    /** @enum {unknown} */
                                    method: "drawn" | "typed";
                                    /** @description every version that was signed; none at a step without a document */
                                    documents: {
                                        /** Format: uuid */
                                        recordId: string;
                                        number: string;
                                        version: number;
                                        sha256: string;
                                    }[];
                                };
                                /** Format: date-time */
                                takenBackAt?: string;
                                /** Format: uuid */
                                recordId?: string;
                                recordVersion?: number;
                                documents?: {
                                    /** Format: uuid */
                                    recordId: string;
                                    recordVersion: number;
                                }[];
                            }[];
                            /** @description by people, the newest first */
                            copies: {
                                person: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                by?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                at: string;
                                /** Format: date-time */
                                readAt?: string;
                            }[];
                            /** @description what the asker may ask of the instance now (提出疑问) */
                            asks: {
                                message: string;
                                label: string;
                            }[];
                            /** @description the process version that the instance reviews (domain.md §3 GOV-2) */
                            reviews?: {
                                processId: string;
                                version: number;
                            };
                            /** @description what led here and where it leads, the instance itself among them, the furthest source first */
                            chain: {
                                instance: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @description SC001-202611-0001 */
                                    number: string;
                                    title: string;
                                    processId: string;
                                    processName: string;
                                    processVersion: number;
                                    /** @enum {unknown} */
                                    status: "running" | "completed" | "failed" | "cancelled";
                                    /**
                                     * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                     * @enum {unknown}
                                     */
                                    level: "public" | "internal" | "secret" | "confidential";
                                    starter: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    /** Format: date-time */
                                    startedAt: string;
                                    /** Format: date-time */
                                    endedAt?: string;
                                };
                                /** @description steps downstream; negative: upstream; 0: the instance itself */
                                distance: number;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/expected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who will be asked next, in which order and why, and how long each will have
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            steps: {
                                elementId: string;
                                name: string;
                                /** @enum {unknown} */
                                certainty: "open" | "certain" | "likely" | "possible";
                                /** @description steps of the same number may be open at the same time; 0 are the open ones */
                                order: number;
                                people: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                }[];
                                /** @description who may act in their place today */
                                substitutes: {
                                    person: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    insteadOf: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    reason: string;
                                }[];
                                positions: string[];
                                /** @enum {unknown} */
                                mode?: "all" | "any" | "inOrder" | "vote";
                                /** @description its people cannot be worked out yet */
                                isUnknown: boolean;
                                /** @description why it is expected, in words */
                                because: string[];
                                /** @description its time limit, and what happens when that is over */
                                time: {
                                    /** @enum {unknown} */
                                    rule: "mode" | "opinion" | "attachment" | "signature" | "hidden" | "written" | "batch" | "limit" | "reminders" | "onLimit" | "vacant" | "starterApproves" | "samePerson" | "afterReturn";
                                    /** @description what the rule is called */
                                    name: string;
                                    /** @description what it says */
                                    text: string;
                                }[];
                                /** Format: date-time */
                                dueAt?: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/expected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The same before a process is started, by what its start form has so far; nothing is written
         * @description For: whoever holds a position that starts the process.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        data?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            steps: {
                                elementId: string;
                                name: string;
                                /** @enum {unknown} */
                                certainty: "open" | "certain" | "likely" | "possible";
                                /** @description steps of the same number may be open at the same time; 0 are the open ones */
                                order: number;
                                people: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                }[];
                                /** @description who may act in their place today */
                                substitutes: {
                                    person: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    insteadOf: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    reason: string;
                                }[];
                                positions: string[];
                                /** @enum {unknown} */
                                mode?: "all" | "any" | "inOrder" | "vote";
                                /** @description its people cannot be worked out yet */
                                isUnknown: boolean;
                                /** @description why it is expected, in words */
                                because: string[];
                                /** @description its time limit, and what happens when that is over */
                                time: {
                                    /** @enum {unknown} */
                                    rule: "mode" | "opinion" | "attachment" | "signature" | "hidden" | "written" | "batch" | "limit" | "reminders" | "onLimit" | "vacant" | "starterApproves" | "samePerson" | "afterReturn";
                                    /** @description what the rule is called */
                                    name: string;
                                    /** @description what it says */
                                    text: string;
                                }[];
                                /** Format: date-time */
                                dueAt?: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/{verb}/expected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The same after a task is done, by what is on its form now; nothing is written
         * @description For: whoever the task is put before.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    verb: "submit" | "approve" | "reject";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        data?: {
                            [key: string]: unknown;
                        };
                        title?: string;
                        /**
                         * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                         * @enum {unknown}
                         */
                        level?: "public" | "internal" | "secret" | "confidential";
                        attachmentIds?: string[];
                        documents?: {
                            /** Format: uuid */
                            id: string;
                            /** @description of its draft, for whoever submits it */
                            revision?: number;
                            /** @description for whoever decides on it */
                            version?: number;
                            data?: {
                                [key: string]: unknown;
                            };
                        }[];
                        opinion?: string;
                        recordVersion?: number;
                        signature?: {
                            /** @description PNG, Base64 */
                            image: string;
                            /**
                             * @description typed: the name of whoever cannot draw, which is said wherever it is shown
                             * @enum {unknown}
                             */
                            method: "drawn" | "typed";
                        };
                        to?: {
                            person?: string;
                            position?: string;
                        };
                        signers?: {
                            person?: string;
                            position?: string;
                        }[];
                        /** @enum {unknown} */
                        mode?: "all" | "any" | "inOrder";
                        signer?: number;
                        elementId?: string;
                        /** @enum {unknown} */
                        then?: "again" | "direct";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            steps: {
                                elementId: string;
                                name: string;
                                /** @enum {unknown} */
                                certainty: "open" | "certain" | "likely" | "possible";
                                /** @description steps of the same number may be open at the same time; 0 are the open ones */
                                order: number;
                                people: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                }[];
                                /** @description who may act in their place today */
                                substitutes: {
                                    person: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    insteadOf: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    reason: string;
                                }[];
                                positions: string[];
                                /** @enum {unknown} */
                                mode?: "all" | "any" | "inOrder" | "vote";
                                /** @description its people cannot be worked out yet */
                                isUnknown: boolean;
                                /** @description why it is expected, in words */
                                because: string[];
                                /** @description its time limit, and what happens when that is over */
                                time: {
                                    /** @enum {unknown} */
                                    rule: "mode" | "opinion" | "attachment" | "signature" | "hidden" | "written" | "batch" | "limit" | "reminders" | "onLimit" | "vacant" | "starterApproves" | "samePerson" | "afterReturn";
                                    /** @description what the rule is called */
                                    name: string;
                                    /** @description what it says */
                                    text: string;
                                }[];
                                /** Format: date-time */
                                dueAt?: string;
                            }[];
                            /** @description the process ends with it */
                            isLast: boolean;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/verbs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What can be done with an instance as a whole, and why not
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @enum {unknown} */
                                verb: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump" | "withdraw" | "terminate" | "urge" | "copy" | "comment";
                                label: string;
                                allowed: boolean;
                                hint: string;
                                /** @enum {unknown} */
                                opinion: "none" | "optional" | "required";
                                /**
                                 * @description files with the opinion; at a step that writes a document, its own attachments
                                 * @enum {unknown}
                                 */
                                attachment: "none" | "optional" | "required";
                                /** @description whether a hand signature has to come with it (手写签名) */
                                signature: boolean;
                                /** @description where a return goes; where returnToStep and jump can go, the nearest first */
                                targets?: {
                                    elementId: string;
                                    name: string;
                                    /** @description whether it can come straight back from there */
                                    direct: boolean;
                                }[];
                                /** @description who can be removed */
                                signers?: {
                                    signer: number;
                                    name: string;
                                }[];
                            }[];
                            next?: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回 · 终止 · 催办 · 抄送 · 评论
         * @description For: whoever is signed in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    verb: "withdraw" | "terminate" | "urge" | "copy" | "comment";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        opinion?: string;
                        people?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @description SC001-202611-0001 */
                            number: string;
                            title: string;
                            processId: string;
                            processName: string;
                            processVersion: number;
                            /** @enum {unknown} */
                            status: "running" | "completed" | "failed" | "cancelled";
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            level: "public" | "internal" | "secret" | "confidential";
                            starter: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            };
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            endedAt?: string;
                        } & {
                            /** @description open tasks first, then the done ones, newest first */
                            tasks: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                instanceId: string;
                                elementId: string;
                                name: string;
                                /** @enum {unknown} */
                                state: "open" | "done" | "cancelled";
                                positionId?: string;
                                positionName?: string;
                                /** @description who may do it now; who did it when done */
                                holders: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                }[];
                                /** @description who may act in their place now (代理) */
                                substitutes?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                }[];
                                onBehalfOf?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                dueAt?: string;
                                onLimit?: {
                                    /** @enum {unknown} */
                                    then: "nothing" | "escalate" | "pass" | "refuse";
                                    /** @description who then gets it beside its holders, where that is fixed */
                                    to?: string;
                                };
                                /** @enum {boolean} */
                                timedOut?: true;
                                /** Format: date-time */
                                completedAt?: string;
                                /** @enum {unknown} */
                                decision?: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump";
                                /** @description what the verb is called at this step */
                                decisionLabel?: string;
                                /** @description in 待办: what approving is called, where it may be done together with others */
                                togetherLabel?: string;
                            }[];
                            records: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                kindName: string;
                                /** @description MRP-202611-0001; given at first submission */
                                number?: string;
                                title: string;
                                /**
                                 * @description 草稿 · 审批中 · 退回 · 已生效 · 已作废
                                 * @enum {unknown}
                                 */
                                status: "draft" | "inApproval" | "returned" | "inEffect" | "void";
                                /**
                                 * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                 * @enum {unknown}
                                 */
                                level: "public" | "internal" | "secret" | "confidential";
                                /** @description 0 while nothing was submitted */
                                version: number;
                                owner: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                departmentId: string;
                                departmentName: string;
                                /** Format: uuid */
                                instanceId?: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            timeline: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {unknown} */
                                type: "instanceStarted" | "taskCreated" | "taskCompleted" | "taskCancelled" | "asked" | "verb" | "autoDecided" | "recordSubmitted" | "recordInEffect" | "reminderSent" | "dueMoved" | "reseated" | "limitPassed" | "escalated" | "incident" | "instanceCompleted" | "instanceFailed" | "instanceCancelled";
                                elementId?: string;
                                /** Format: uuid */
                                taskId?: string;
                                taskName?: string;
                                positionName?: string;
                                person?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** @enum {unknown} */
                                decision?: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump";
                                decisionLabel?: string;
                                opinion?: string;
                                /** @enum {unknown} */
                                verb?: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump" | "withdraw" | "terminate" | "urge" | "copy" | "comment" | "handOver";
                                verbLabel?: string;
                                /** @description names of people, positions or steps */
                                to?: string[];
                                waitsFor?: string[];
                                /** @enum {unknown} */
                                then?: "again" | "direct";
                                from?: string;
                                /** @description decided together with others (批量同意) */
                                isTogether?: boolean;
                                /** Format: date-time */
                                dueAt?: string;
                                advises?: string;
                                onBehalfOf?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                byRule?: {
                                    /** @enum {unknown} */
                                    rule: "vacant" | "starter" | "samePerson" | "timeLimit";
                                    reason: string;
                                };
                                attachments?: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    mediaType: string;
                                    /** @description bytes */
                                    size: number;
                                    sha256: string;
                                    uploadedBy: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    /** Format: date-time */
                                    uploadedAt: string;
                                }[];
                                signature?: {
                                    /** @enum {unknown} */
                                    method: "drawn" | "typed";
                                    /** @description every version that was signed; none at a step without a document */
                                    documents: {
                                        /** Format: uuid */
                                        recordId: string;
                                        number: string;
                                        version: number;
                                        sha256: string;
                                    }[];
                                };
                                /** Format: date-time */
                                takenBackAt?: string;
                                /** Format: uuid */
                                recordId?: string;
                                recordVersion?: number;
                                documents?: {
                                    /** Format: uuid */
                                    recordId: string;
                                    recordVersion: number;
                                }[];
                            }[];
                            /** @description by people, the newest first */
                            copies: {
                                person: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                by?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                at: string;
                                /** Format: date-time */
                                readAt?: string;
                            }[];
                            /** @description what the asker may ask of the instance now (提出疑问) */
                            asks: {
                                message: string;
                                label: string;
                            }[];
                            /** @description the process version that the instance reviews (domain.md §3 GOV-2) */
                            reviews?: {
                                processId: string;
                                version: number;
                            };
                            /** @description what led here and where it leads, the instance itself among them, the furthest source first */
                            chain: {
                                instance: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @description SC001-202611-0001 */
                                    number: string;
                                    title: string;
                                    processId: string;
                                    processName: string;
                                    processVersion: number;
                                    /** @enum {unknown} */
                                    status: "running" | "completed" | "failed" | "cancelled";
                                    /**
                                     * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                     * @enum {unknown}
                                     */
                                    level: "public" | "internal" | "secret" | "confidential";
                                    starter: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    /** Format: date-time */
                                    startedAt: string;
                                    /** Format: date-time */
                                    endedAt?: string;
                                };
                                /** @description steps downstream; negative: upstream; 0: the instance itself */
                                distance: number;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 离职转办: everything that waits for this person alone goes to another
         * @description For: 流程管理员.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        to: string;
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            instances: number;
                            tasks: number;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message to what waits for it, or begins to within its time to live
         * @description For: 流程管理员.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description as the drawing names it */
                        name: string;
                        /** @description what tells one receiver from another, such as the number of an order */
                        correlationKey: string | number;
                        data?: {
                            [key: string]: unknown;
                        };
                        /** @description seconds for which it is kept while nothing waits for it; an hour unless given */
                        timeToLive?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/expired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages that nothing took within their time to live, the newest first
         * @description For: 流程管理员.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                name: string;
                                /** @description for which of the receivers it was */
                                correlationKey: string;
                                /** Format: date-time */
                                sentAt: string;
                                /** Format: date-time */
                                expiresAt: string;
                                by?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                instance?: {
                                    /** Format: uuid */
                                    id: string;
                                    number: string;
                                    title: string;
                                };
                                /** @description names of the processes that wait for such a message */
                                awaitedBy: string[];
                            }[];
                            next?: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a signal to everything that waits for it now, and to every process that it starts
         * @description For: 流程管理员.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description as the drawing names it */
                        name: string;
                        data?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待办 · 已办 · 我发起的 · 抄送我的 · 流程查询
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: {
                    /** @description all: every instance that the asker may see */
                    box?: "todo" | "done" | "started" | "cc" | "all";
                    q?: string;
                    process?: string;
                    status?: "running" | "completed" | "failed" | "cancelled";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                key: string;
                                instance: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @description SC001-202611-0001 */
                                    number: string;
                                    title: string;
                                    processId: string;
                                    processName: string;
                                    processVersion: number;
                                    /** @enum {unknown} */
                                    status: "running" | "completed" | "failed" | "cancelled";
                                    /**
                                     * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                     * @enum {unknown}
                                     */
                                    level: "public" | "internal" | "secret" | "confidential";
                                    starter: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    /** Format: date-time */
                                    startedAt: string;
                                    /** Format: date-time */
                                    endedAt?: string;
                                };
                                task?: {
                                    /** Format: uuid */
                                    id: string;
                                    /** Format: uuid */
                                    instanceId: string;
                                    elementId: string;
                                    name: string;
                                    /** @enum {unknown} */
                                    state: "open" | "done" | "cancelled";
                                    positionId?: string;
                                    positionName?: string;
                                    /** @description who may do it now; who did it when done */
                                    holders: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    }[];
                                    /** @description who may act in their place now (代理) */
                                    substitutes?: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    }[];
                                    onBehalfOf?: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    /** Format: date-time */
                                    createdAt: string;
                                    /** Format: date-time */
                                    dueAt?: string;
                                    onLimit?: {
                                        /** @enum {unknown} */
                                        then: "nothing" | "escalate" | "pass" | "refuse";
                                        /** @description who then gets it beside its holders, where that is fixed */
                                        to?: string;
                                    };
                                    /** @enum {boolean} */
                                    timedOut?: true;
                                    /** Format: date-time */
                                    completedAt?: string;
                                    /** @enum {unknown} */
                                    decision?: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump";
                                    /** @description what the verb is called at this step */
                                    decisionLabel?: string;
                                    /** @description in 待办: what approving is called, where it may be done together with others */
                                    togetherLabel?: string;
                                };
                                openSteps: string[];
                                /** Format: date-time */
                                readAt?: string;
                            }[];
                            next?: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much waits for me
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            todo: number;
                            overdue: number;
                            cc: number;
                            newest?: {
                                /** Format: uuid */
                                taskId: string;
                                taskName: string;
                                instanceTitle: string;
                            };
                        };
                    };
                };
                401: components["responses"]["Failure401"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/verbs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What else can be done with a task, and why not
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @enum {unknown} */
                                verb: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump" | "withdraw" | "terminate" | "urge" | "copy" | "comment";
                                label: string;
                                allowed: boolean;
                                hint: string;
                                /** @enum {unknown} */
                                opinion: "none" | "optional" | "required";
                                /**
                                 * @description files with the opinion; at a step that writes a document, its own attachments
                                 * @enum {unknown}
                                 */
                                attachment: "none" | "optional" | "required";
                                /** @description whether a hand signature has to come with it (手写签名) */
                                signature: boolean;
                                /** @description where a return goes; where returnToStep and jump can go, the nearest first */
                                targets?: {
                                    elementId: string;
                                    name: string;
                                    /** @description whether it can come straight back from there */
                                    direct: boolean;
                                }[];
                                /** @description who can be removed */
                                signers?: {
                                    signer: number;
                                    name: string;
                                }[];
                            }[];
                            next?: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verb-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each verb does and where
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            terms: {
                                term: string;
                                text: string;
                            }[];
                            verbs: {
                                verb: string;
                                name: string;
                                purpose: string;
                                example: string;
                                who: string[];
                                needsReason: boolean;
                                rows: {
                                    where: string;
                                    text: string;
                                    isRefused: boolean;
                                }[];
                                otherwise: {
                                    when: string;
                                    text: string;
                                    isRefused: boolean;
                                }[];
                            }[];
                            limits: {
                                when: string;
                                text: string;
                            }[];
                            others: string[];
                        };
                    };
                };
                401: components["responses"]["Failure401"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量同意: approve several tasks of steps that allow it, each by itself
         * @description For: whoever the task is put before.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        taskIds: string[];
                        opinion?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                taskId: string;
                                /** @description absent: it is done */
                                refusal?: {
                                    code: string;
                                    message: string;
                                };
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do a task
         * @description For: whoever the task is put before.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    verb: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        data?: {
                            [key: string]: unknown;
                        };
                        title?: string;
                        /**
                         * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                         * @enum {unknown}
                         */
                        level?: "public" | "internal" | "secret" | "confidential";
                        attachmentIds?: string[];
                        documents?: {
                            /** Format: uuid */
                            id: string;
                            /** @description of its draft, for whoever submits it */
                            revision?: number;
                            /** @description for whoever decides on it */
                            version?: number;
                            data?: {
                                [key: string]: unknown;
                            };
                        }[];
                        opinion?: string;
                        recordVersion?: number;
                        signature?: {
                            /** @description PNG, Base64 */
                            image: string;
                            /**
                             * @description typed: the name of whoever cannot draw, which is said wherever it is shown
                             * @enum {unknown}
                             */
                            method: "drawn" | "typed";
                        };
                        to?: {
                            person?: string;
                            position?: string;
                        };
                        signers?: {
                            person?: string;
                            position?: string;
                        }[];
                        /** @enum {unknown} */
                        mode?: "all" | "any" | "inOrder";
                        signer?: number;
                        elementId?: string;
                        /** @enum {unknown} */
                        then?: "again" | "direct";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            instance: {
                                /** Format: uuid */
                                id: string;
                                /** @description SC001-202611-0001 */
                                number: string;
                                title: string;
                                processId: string;
                                processName: string;
                                processVersion: number;
                                /** @enum {unknown} */
                                status: "running" | "completed" | "failed" | "cancelled";
                                /**
                                 * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                 * @enum {unknown}
                                 */
                                level: "public" | "internal" | "secret" | "confidential";
                                starter: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                startedAt: string;
                                /** Format: date-time */
                                endedAt?: string;
                            };
                            task: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                instanceId: string;
                                elementId: string;
                                name: string;
                                /** @enum {unknown} */
                                state: "open" | "done" | "cancelled";
                                positionId?: string;
                                positionName?: string;
                                /** @description who may do it now; who did it when done */
                                holders: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                }[];
                                /** @description who may act in their place now (代理) */
                                substitutes?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                }[];
                                onBehalfOf?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                dueAt?: string;
                                onLimit?: {
                                    /** @enum {unknown} */
                                    then: "nothing" | "escalate" | "pass" | "refuse";
                                    /** @description who then gets it beside its holders, where that is fixed */
                                    to?: string;
                                };
                                /** @enum {boolean} */
                                timedOut?: true;
                                /** Format: date-time */
                                completedAt?: string;
                                /** @enum {unknown} */
                                decision?: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump";
                                /** @description what the verb is called at this step */
                                decisionLabel?: string;
                                /** @description in 待办: what approving is called, where it may be done together with others */
                                togetherLabel?: string;
                            };
                            next: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                instanceId: string;
                                elementId: string;
                                name: string;
                                /** @enum {unknown} */
                                state: "open" | "done" | "cancelled";
                                positionId?: string;
                                positionName?: string;
                                /** @description who may do it now; who did it when done */
                                holders: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                }[];
                                /** @description who may act in their place now (代理) */
                                substitutes?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                }[];
                                onBehalfOf?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                dueAt?: string;
                                onLimit?: {
                                    /** @enum {unknown} */
                                    then: "nothing" | "escalate" | "pass" | "refuse";
                                    /** @description who then gets it beside its holders, where that is fixed */
                                    to?: string;
                                };
                                /** @enum {boolean} */
                                timedOut?: true;
                                /** Format: date-time */
                                completedAt?: string;
                                /** @enum {unknown} */
                                decision?: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump";
                                /** @description what the verb is called at this step */
                                decisionLabel?: string;
                                /** @description in 待办: what approving is called, where it may be done together with others */
                                togetherLabel?: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A task
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: {
                    /** @description which one to show, where the task is about several */
                    document?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            instanceId: string;
                            elementId: string;
                            name: string;
                            /** @enum {unknown} */
                            state: "open" | "done" | "cancelled";
                            positionId?: string;
                            positionName?: string;
                            /** @description who may do it now; who did it when done */
                            holders: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            }[];
                            /** @description who may act in their place now (代理) */
                            substitutes?: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            }[];
                            onBehalfOf?: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            dueAt?: string;
                            onLimit?: {
                                /** @enum {unknown} */
                                then: "nothing" | "escalate" | "pass" | "refuse";
                                /** @description who then gets it beside its holders, where that is fixed */
                                to?: string;
                            };
                            /** @enum {boolean} */
                            timedOut?: true;
                            /** Format: date-time */
                            completedAt?: string;
                            /** @enum {unknown} */
                            decision?: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump";
                            /** @description what the verb is called at this step */
                            decisionLabel?: string;
                            /** @description in 待办: what approving is called, where it may be done together with others */
                            togetherLabel?: string;
                        } & {
                            instance: {
                                /** Format: uuid */
                                id: string;
                                /** @description SC001-202611-0001 */
                                number: string;
                                title: string;
                                processId: string;
                                processName: string;
                                processVersion: number;
                                /** @enum {unknown} */
                                status: "running" | "completed" | "failed" | "cancelled";
                                /**
                                 * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                 * @enum {unknown}
                                 */
                                level: "public" | "internal" | "secret" | "confidential";
                                starter: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                startedAt: string;
                                /** Format: date-time */
                                endedAt?: string;
                            };
                            verbs: {
                                /** @enum {unknown} */
                                verb: "submit" | "approve" | "reject";
                                label: string;
                                /** @enum {unknown} */
                                opinion: "none" | "optional" | "required";
                                /**
                                 * @description files with the opinion; at a step that writes a document, its own attachments
                                 * @enum {unknown}
                                 */
                                attachment: "none" | "optional" | "required";
                                /** @description whether a hand signature has to come with it (手写签名) */
                                signature: boolean;
                                /** @description 常用语 */
                                phrases: string[];
                            }[];
                            record?: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                kindName: string;
                                /** @description MRP-202611-0001; given at first submission */
                                number?: string;
                                title: string;
                                /**
                                 * @description 草稿 · 审批中 · 退回 · 已生效 · 已作废
                                 * @enum {unknown}
                                 */
                                status: "draft" | "inApproval" | "returned" | "inEffect" | "void";
                                /**
                                 * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                 * @enum {unknown}
                                 */
                                level: "public" | "internal" | "secret" | "confidential";
                                /** @description 0 while nothing was submitted */
                                version: number;
                                owner: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                departmentId: string;
                                departmentName: string;
                                /** Format: uuid */
                                instanceId?: string;
                                /** Format: date-time */
                                updatedAt: string;
                            } & {
                                /** Format: date-time */
                                createdAt: string;
                                data: {
                                    [key: string]: unknown;
                                };
                                isDraft: boolean;
                                draftRevision: number;
                                attachments: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    mediaType: string;
                                    /** @description bytes */
                                    size: number;
                                    sha256: string;
                                    uploadedBy: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    /** Format: date-time */
                                    uploadedAt: string;
                                }[];
                                links: {
                                    /**
                                     * @description 依据 · 产生 · 证据 · 使用 · 相关 · 替代 · 纠正 · 移交
                                     * @enum {unknown}
                                     */
                                    type: "basis" | "derived" | "evidence" | "uses" | "related" | "supersedes" | "corrects" | "handover";
                                    /** @enum {unknown} */
                                    direction: "from" | "to";
                                    record: {
                                        /** Format: uuid */
                                        id: string;
                                        kind: string;
                                        kindName: string;
                                        /** @description MRP-202611-0001; given at first submission */
                                        number?: string;
                                        title: string;
                                        /**
                                         * @description 草稿 · 审批中 · 退回 · 已生效 · 已作废
                                         * @enum {unknown}
                                         */
                                        status: "draft" | "inApproval" | "returned" | "inEffect" | "void";
                                        /**
                                         * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                         * @enum {unknown}
                                         */
                                        level: "public" | "internal" | "secret" | "confidential";
                                        /** @description 0 while nothing was submitted */
                                        version: number;
                                        owner: {
                                            /** Format: uuid */
                                            id: string;
                                            username: string;
                                            name: string;
                                        };
                                        departmentId: string;
                                        departmentName: string;
                                        /** Format: uuid */
                                        instanceId?: string;
                                        /** Format: date-time */
                                        updatedAt: string;
                                    };
                                }[];
                                can: {
                                    edit: boolean;
                                    attach: boolean;
                                };
                            };
                            documents?: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                number?: string;
                                /**
                                 * @description 草稿 · 审批中 · 退回 · 已生效 · 已作废
                                 * @enum {unknown}
                                 */
                                status: "draft" | "inApproval" | "returned" | "inEffect" | "void";
                                /**
                                 * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                 * @enum {unknown}
                                 */
                                level: "public" | "internal" | "secret" | "confidential";
                                /** @description the one that is decided on or was submitted; 0 before the first */
                                version: number;
                                revision?: number;
                                /** @description how many places must be corrected before it can be submitted; 0: complete */
                                problems?: number;
                            }[];
                            canAdd?: boolean;
                            /** @enum {unknown} */
                            mode: "form" | "snapshot" | "none";
                            editable: string[];
                            fields?: {
                                shown: string[];
                                writable: string[];
                            };
                            survey?: string;
                            stepForm?: {
                                kind: string;
                                data: {
                                    [key: string]: unknown;
                                };
                                fields?: {
                                    shown: string[];
                                    writable: string[];
                                };
                            };
                            previous?: {
                                version: number;
                                title: string;
                                /**
                                 * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                 * @enum {unknown}
                                 */
                                level: "public" | "internal" | "secret" | "confidential";
                                data: {
                                    [key: string]: unknown;
                                };
                                attachments: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    mediaType: string;
                                    /** @description bytes */
                                    size: number;
                                    sha256: string;
                                    uploadedBy: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    /** Format: date-time */
                                    uploadedAt: string;
                                }[];
                                /** @description of the frozen content */
                                sha256: string;
                                submittedBy: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                submittedAt: string;
                            };
                            opinions: {
                                /** Format: uuid */
                                taskId?: string;
                                elementId: string;
                                taskName: string;
                                positionName?: string;
                                person?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                byRule?: {
                                    /** @enum {unknown} */
                                    rule: "vacant" | "starter" | "samePerson" | "timeLimit";
                                    reason: string;
                                };
                                onBehalfOf?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** @enum {unknown} */
                                decision: "submit" | "approve" | "reject" | "returnToPrevious" | "returnToStarter" | "returnToStep" | "transfer" | "delegate" | "addSignerBefore" | "addSignerAfter" | "addSignerParallel" | "removeSigner" | "takeBack" | "jump";
                                decisionLabel: string;
                                opinion?: string;
                                recordVersion?: number;
                                /** Format: date-time */
                                signedAt: string;
                                attachments?: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    mediaType: string;
                                    /** @description bytes */
                                    size: number;
                                    sha256: string;
                                    uploadedBy: {
                                        /** Format: uuid */
                                        id: string;
                                        username: string;
                                        name: string;
                                    };
                                    /** Format: date-time */
                                    uploadedAt: string;
                                }[];
                                signature?: {
                                    /** @enum {unknown} */
                                    method: "drawn" | "typed";
                                    /** @description every version that was signed; none at a step without a document */
                                    documents: {
                                        /** Format: uuid */
                                        recordId: string;
                                        number: string;
                                        version: number;
                                        sha256: string;
                                    }[];
                                };
                                /** Format: date-time */
                                takenBackAt?: string;
                            }[];
                            urged?: {
                                person?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                at: string;
                                opinion?: string;
                            };
                            escalated?: {
                                /** Format: date-time */
                                at: string;
                                to: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                }[];
                                from: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                }[];
                            };
                            returned?: {
                                person: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                at: string;
                                taskName?: string;
                                /** @enum {unknown} */
                                then: "again" | "direct";
                                opinion?: string;
                            };
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a document to a step that may make several
         * @description For: whoever the task is put before.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/documents/{recordId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give up a document of such a step that was never submitted
         * @description For: whoever the task is put before.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    recordId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I have uploaded to go with my opinion
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                /** @description bytes */
                                size: number;
                                sha256: string;
                                uploadedBy: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                uploadedAt: string;
                            }[];
                            next?: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        /**
         * Upload a file to a task of mine, to go with my opinion (意见附件)
         * @description multipart/form-data with one field `file`
         *
         *     For: whoever the task is put before.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            mediaType: string;
                            /** @description bytes */
                            size: number;
                            sha256: string;
                            uploadedBy: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            };
                            /** Format: date-time */
                            uploadedAt: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The hand signature with which a task was done (PNG)
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/substitutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who stands in for whom
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                person: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                substitute: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                                /** @enum {unknown} */
                                state: "planned" | "running" | "over";
                                processes?: {
                                    id: string;
                                    name: string;
                                }[];
                                reason: string;
                                createdBy: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                createdAt: string;
                                /** @description whether the asker may end it */
                                mayEnd: boolean;
                            }[];
                        };
                    };
                };
                401: components["responses"]["Failure401"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        /**
         * Name a substitute
         * @description For: whoever is signed in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description user name; the asker where absent. For the 流程管理员 */
                        person?: string;
                        /** @description user name */
                        substitute: string;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        processes?: string[];
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                person: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                substitute: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                                /** @enum {unknown} */
                                state: "planned" | "running" | "over";
                                processes?: {
                                    id: string;
                                    name: string;
                                }[];
                                reason: string;
                                createdBy: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                createdAt: string;
                                /** @description whether the asker may end it */
                                mayEnd: boolean;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/substitutions/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End it now
         * @description For: whoever is signed in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                person: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                substitute: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                                /** @enum {unknown} */
                                state: "planned" | "running" | "over";
                                processes?: {
                                    id: string;
                                    name: string;
                                }[];
                                reason: string;
                                createdBy: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                createdAt: string;
                                /** @description whether the asker may end it */
                                mayEnd: boolean;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/functions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The functions with their duties, and what there is of each now
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                number: number;
                                name: string;
                                /** @description 情报机构 · 参谋机构 · 业务监管机构 · 公关机构 */
                                role: string;
                                duties: {
                                    id: string;
                                    text: string;
                                    /**
                                     * @description 原文 · 隐含 · 建议
                                     * @enum {unknown}
                                     */
                                    origin: "stated" | "implied" | "proposed";
                                    processes: {
                                        id: string;
                                        name: string;
                                        startable: boolean;
                                        /** @description open tasks of the asker */
                                        todo: number;
                                        /** @description running instances that the asker may see */
                                        running: number;
                                    }[];
                                    kinds: {
                                        code: string;
                                        name: string;
                                        /** @enum {unknown} */
                                        type: "document" | "register" | "form";
                                        /** @description that the asker may see */
                                        records: number;
                                        /** @description whether the asker adds entries */
                                        mayCreate: boolean;
                                    }[];
                                }[];
                            }[];
                            next?: string;
                        };
                    };
                };
                401: components["responses"]["Failure401"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/focus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The work focus of the life-cycle stage that an entry stands in
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            stage: string;
                            stageName: string;
                            items: {
                                id: string;
                                text: string;
                                /**
                                 * @description 原文 · 隐含 · 建议
                                 * @enum {unknown}
                                 */
                                origin: "stated" | "implied" | "proposed";
                                done?: {
                                    on: string;
                                    note?: string;
                                };
                                evidence: {
                                    /** Format: uuid */
                                    id: string;
                                    title: string;
                                    kindName: string;
                                    /**
                                     * @description 草稿 · 审批中 · 退回 · 已生效 · 已作废
                                     * @enum {unknown}
                                     */
                                    status: "draft" | "inApproval" | "returned" | "inEffect" | "void";
                                    /** Format: date-time */
                                    updatedAt: string;
                                }[];
                                processes: {
                                    id: string;
                                    name: string;
                                    startable: boolean;
                                }[];
                                kinds: {
                                    code: string;
                                    name: string;
                                    /** @enum {unknown} */
                                    type: "document" | "register" | "form";
                                    /** @description whether the asker adds entries */
                                    mayCreate: boolean;
                                }[];
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A stream of hints (text/event-stream)
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: components["responses"]["Failure401"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Surveys that I see: all, or those of a document or a process instance
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: {
                    /** @description 市场调研问卷 (MRQ) · 培训调查表 (TRS) · 客户满意度调查表 (SSF) */
                    purpose?: "research" | "training" | "satisfaction";
                    recordId?: string;
                    instanceId?: string;
                    q?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /**
                                 * @description 市场调研问卷 (MRQ) · 培训调查表 (TRS) · 客户满意度调查表 (SSF)
                                 * @enum {unknown}
                                 */
                                purpose: "research" | "training" | "satisfaction";
                                title: string;
                                version: number;
                                /**
                                 * @description 设计中 · 收集中 · 已结束
                                 * @enum {unknown}
                                 */
                                status: "draft" | "published" | "closed";
                                /**
                                 * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                                 * @enum {unknown}
                                 */
                                level: "public" | "internal" | "secret" | "confidential";
                                owner: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: uuid */
                                recordId?: string;
                                /** Format: uuid */
                                instanceId?: string;
                                /** Format: date-time */
                                closesAt?: string;
                                quota?: number;
                                answerCount: number;
                                invitationCount: number;
                                /** Format: date-time */
                                updatedAt: string;
                                /** Format: date-time */
                                publishedAt?: string;
                                can: {
                                    /** @description design, publish, close, hand out links */
                                    manage: boolean;
                                    /** @description answers are accepted now */
                                    collect: boolean;
                                };
                            }[];
                            next?: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        /**
         * Begin a questionnaire
         * @description For: whoever is signed in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description 市场调研问卷 (MRQ) · 培训调查表 (TRS) · 客户满意度调查表 (SSF)
                         * @enum {unknown}
                         */
                        purpose: "research" | "training" | "satisfaction";
                        title: string;
                        /**
                         * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                         * @enum {unknown}
                         */
                        level?: "public" | "internal" | "secret" | "confidential";
                        /** Format: uuid */
                        recordId?: string;
                        /** Format: uuid */
                        instanceId?: string;
                        /** @description without the handbook’s own questions and those of the document */
                        isBlank?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /**
                             * @description 市场调研问卷 (MRQ) · 培训调查表 (TRS) · 客户满意度调查表 (SSF)
                             * @enum {unknown}
                             */
                            purpose: "research" | "training" | "satisfaction";
                            title: string;
                            version: number;
                            /**
                             * @description 设计中 · 收集中 · 已结束
                             * @enum {unknown}
                             */
                            status: "draft" | "published" | "closed";
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            level: "public" | "internal" | "secret" | "confidential";
                            owner: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            };
                            /** Format: uuid */
                            recordId?: string;
                            /** Format: uuid */
                            instanceId?: string;
                            /** Format: date-time */
                            closesAt?: string;
                            quota?: number;
                            answerCount: number;
                            invitationCount: number;
                            /** Format: date-time */
                            updatedAt: string;
                            /** Format: date-time */
                            publishedAt?: string;
                            can: {
                                /** @description design, publish, close, hand out links */
                                manage: boolean;
                                /** @description answers are accepted now */
                                collect: boolean;
                            };
                        } & {
                            definition: {
                                /** @description 填写说明 */
                                instruction?: string;
                                /** @description shown after the answers were sent */
                                thanks?: string;
                                questions: {
                                    id: string;
                                    /**
                                     * @description 单选 · 多选 · 填空 · 评分 · 说明文字
                                     * @enum {unknown}
                                     */
                                    type: "single" | "multiple" | "text" | "score" | "note";
                                    text: string;
                                    required: boolean;
                                    /** @description of a choice; the answer is the text of the option */
                                    options?: string[];
                                    /** @description a text of several lines */
                                    isLong?: boolean;
                                    /** @description the best score; the worst is 1 */
                                    top?: number;
                                    lowLabel?: string;
                                    highLabel?: string;
                                    /** @enum {unknown} */
                                    dimension?: "quality" | "delivery" | "service" | "price" | "overall" | "satisfaction" | "content" | "trainer" | "organization";
                                    showIf?: {
                                        question: string;
                                        equals: string | number;
                                    };
                                }[];
                            };
                            revision: number;
                            /** @description SHA-256 of title and definition */
                            publishedHash?: string;
                            /** @description /s/…, while there is an open link */
                            openLinkPath?: string;
                            versions: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                /**
                                 * @description 设计中 · 收集中 · 已结束
                                 * @enum {unknown}
                                 */
                                status: "draft" | "published" | "closed";
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A questionnaire
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /**
                             * @description 市场调研问卷 (MRQ) · 培训调查表 (TRS) · 客户满意度调查表 (SSF)
                             * @enum {unknown}
                             */
                            purpose: "research" | "training" | "satisfaction";
                            title: string;
                            version: number;
                            /**
                             * @description 设计中 · 收集中 · 已结束
                             * @enum {unknown}
                             */
                            status: "draft" | "published" | "closed";
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            level: "public" | "internal" | "secret" | "confidential";
                            owner: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            };
                            /** Format: uuid */
                            recordId?: string;
                            /** Format: uuid */
                            instanceId?: string;
                            /** Format: date-time */
                            closesAt?: string;
                            quota?: number;
                            answerCount: number;
                            invitationCount: number;
                            /** Format: date-time */
                            updatedAt: string;
                            /** Format: date-time */
                            publishedAt?: string;
                            can: {
                                /** @description design, publish, close, hand out links */
                                manage: boolean;
                                /** @description answers are accepted now */
                                collect: boolean;
                            };
                        } & {
                            definition: {
                                /** @description 填写说明 */
                                instruction?: string;
                                /** @description shown after the answers were sent */
                                thanks?: string;
                                questions: {
                                    id: string;
                                    /**
                                     * @description 单选 · 多选 · 填空 · 评分 · 说明文字
                                     * @enum {unknown}
                                     */
                                    type: "single" | "multiple" | "text" | "score" | "note";
                                    text: string;
                                    required: boolean;
                                    /** @description of a choice; the answer is the text of the option */
                                    options?: string[];
                                    /** @description a text of several lines */
                                    isLong?: boolean;
                                    /** @description the best score; the worst is 1 */
                                    top?: number;
                                    lowLabel?: string;
                                    highLabel?: string;
                                    /** @enum {unknown} */
                                    dimension?: "quality" | "delivery" | "service" | "price" | "overall" | "satisfaction" | "content" | "trainer" | "organization";
                                    showIf?: {
                                        question: string;
                                        equals: string | number;
                                    };
                                }[];
                            };
                            revision: number;
                            /** @description SHA-256 of title and definition */
                            publishedHash?: string;
                            /** @description /s/…, while there is an open link */
                            openLinkPath?: string;
                            versions: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                /**
                                 * @description 设计中 · 收集中 · 已结束
                                 * @enum {unknown}
                                 */
                                status: "draft" | "published" | "closed";
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        /**
         * Save a draft
         * @description For: whoever is signed in.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        definition: {
                            /** @description 填写说明 */
                            instruction?: string;
                            /** @description shown after the answers were sent */
                            thanks?: string;
                            questions: {
                                id: string;
                                /**
                                 * @description 单选 · 多选 · 填空 · 评分 · 说明文字
                                 * @enum {unknown}
                                 */
                                type: "single" | "multiple" | "text" | "score" | "note";
                                text: string;
                                required: boolean;
                                /** @description of a choice; the answer is the text of the option */
                                options?: string[];
                                /** @description a text of several lines */
                                isLong?: boolean;
                                /** @description the best score; the worst is 1 */
                                top?: number;
                                lowLabel?: string;
                                highLabel?: string;
                                /** @enum {unknown} */
                                dimension?: "quality" | "delivery" | "service" | "price" | "overall" | "satisfaction" | "content" | "trainer" | "organization";
                                showIf?: {
                                    question: string;
                                    equals: string | number;
                                };
                            }[];
                        };
                        /** @description the revision that was edited */
                        revision: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /**
                             * @description 市场调研问卷 (MRQ) · 培训调查表 (TRS) · 客户满意度调查表 (SSF)
                             * @enum {unknown}
                             */
                            purpose: "research" | "training" | "satisfaction";
                            title: string;
                            version: number;
                            /**
                             * @description 设计中 · 收集中 · 已结束
                             * @enum {unknown}
                             */
                            status: "draft" | "published" | "closed";
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            level: "public" | "internal" | "secret" | "confidential";
                            owner: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            };
                            /** Format: uuid */
                            recordId?: string;
                            /** Format: uuid */
                            instanceId?: string;
                            /** Format: date-time */
                            closesAt?: string;
                            quota?: number;
                            answerCount: number;
                            invitationCount: number;
                            /** Format: date-time */
                            updatedAt: string;
                            /** Format: date-time */
                            publishedAt?: string;
                            can: {
                                /** @description design, publish, close, hand out links */
                                manage: boolean;
                                /** @description answers are accepted now */
                                collect: boolean;
                            };
                        } & {
                            definition: {
                                /** @description 填写说明 */
                                instruction?: string;
                                /** @description shown after the answers were sent */
                                thanks?: string;
                                questions: {
                                    id: string;
                                    /**
                                     * @description 单选 · 多选 · 填空 · 评分 · 说明文字
                                     * @enum {unknown}
                                     */
                                    type: "single" | "multiple" | "text" | "score" | "note";
                                    text: string;
                                    required: boolean;
                                    /** @description of a choice; the answer is the text of the option */
                                    options?: string[];
                                    /** @description a text of several lines */
                                    isLong?: boolean;
                                    /** @description the best score; the worst is 1 */
                                    top?: number;
                                    lowLabel?: string;
                                    highLabel?: string;
                                    /** @enum {unknown} */
                                    dimension?: "quality" | "delivery" | "service" | "price" | "overall" | "satisfaction" | "content" | "trainer" | "organization";
                                    showIf?: {
                                        question: string;
                                        equals: string | number;
                                    };
                                }[];
                            };
                            revision: number;
                            /** @description SHA-256 of title and definition */
                            publishedHash?: string;
                            /** @description /s/…, while there is an open link */
                            openLinkPath?: string;
                            versions: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                /**
                                 * @description 设计中 · 收集中 · 已结束
                                 * @enum {unknown}
                                 */
                                status: "draft" | "published" | "closed";
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        post?: never;
        /**
         * Throw a draft away
         * @description For: whoever is signed in.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Freeze the questionnaire and open it to respondents
         * @description For: whoever is signed in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        revision: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /**
                             * @description 市场调研问卷 (MRQ) · 培训调查表 (TRS) · 客户满意度调查表 (SSF)
                             * @enum {unknown}
                             */
                            purpose: "research" | "training" | "satisfaction";
                            title: string;
                            version: number;
                            /**
                             * @description 设计中 · 收集中 · 已结束
                             * @enum {unknown}
                             */
                            status: "draft" | "published" | "closed";
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            level: "public" | "internal" | "secret" | "confidential";
                            owner: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            };
                            /** Format: uuid */
                            recordId?: string;
                            /** Format: uuid */
                            instanceId?: string;
                            /** Format: date-time */
                            closesAt?: string;
                            quota?: number;
                            answerCount: number;
                            invitationCount: number;
                            /** Format: date-time */
                            updatedAt: string;
                            /** Format: date-time */
                            publishedAt?: string;
                            can: {
                                /** @description design, publish, close, hand out links */
                                manage: boolean;
                                /** @description answers are accepted now */
                                collect: boolean;
                            };
                        } & {
                            definition: {
                                /** @description 填写说明 */
                                instruction?: string;
                                /** @description shown after the answers were sent */
                                thanks?: string;
                                questions: {
                                    id: string;
                                    /**
                                     * @description 单选 · 多选 · 填空 · 评分 · 说明文字
                                     * @enum {unknown}
                                     */
                                    type: "single" | "multiple" | "text" | "score" | "note";
                                    text: string;
                                    required: boolean;
                                    /** @description of a choice; the answer is the text of the option */
                                    options?: string[];
                                    /** @description a text of several lines */
                                    isLong?: boolean;
                                    /** @description the best score; the worst is 1 */
                                    top?: number;
                                    lowLabel?: string;
                                    highLabel?: string;
                                    /** @enum {unknown} */
                                    dimension?: "quality" | "delivery" | "service" | "price" | "overall" | "satisfaction" | "content" | "trainer" | "organization";
                                    showIf?: {
                                        question: string;
                                        equals: string | number;
                                    };
                                }[];
                            };
                            revision: number;
                            /** @description SHA-256 of title and definition */
                            publishedHash?: string;
                            /** @description /s/…, while there is an open link */
                            openLinkPath?: string;
                            versions: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                /**
                                 * @description 设计中 · 收集中 · 已结束
                                 * @enum {unknown}
                                 */
                                status: "draft" | "published" | "closed";
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The next version of a published questionnaire, as a draft
         * @description For: whoever is signed in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /**
                             * @description 市场调研问卷 (MRQ) · 培训调查表 (TRS) · 客户满意度调查表 (SSF)
                             * @enum {unknown}
                             */
                            purpose: "research" | "training" | "satisfaction";
                            title: string;
                            version: number;
                            /**
                             * @description 设计中 · 收集中 · 已结束
                             * @enum {unknown}
                             */
                            status: "draft" | "published" | "closed";
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            level: "public" | "internal" | "secret" | "confidential";
                            owner: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            };
                            /** Format: uuid */
                            recordId?: string;
                            /** Format: uuid */
                            instanceId?: string;
                            /** Format: date-time */
                            closesAt?: string;
                            quota?: number;
                            answerCount: number;
                            invitationCount: number;
                            /** Format: date-time */
                            updatedAt: string;
                            /** Format: date-time */
                            publishedAt?: string;
                            can: {
                                /** @description design, publish, close, hand out links */
                                manage: boolean;
                                /** @description answers are accepted now */
                                collect: boolean;
                            };
                        } & {
                            definition: {
                                /** @description 填写说明 */
                                instruction?: string;
                                /** @description shown after the answers were sent */
                                thanks?: string;
                                questions: {
                                    id: string;
                                    /**
                                     * @description 单选 · 多选 · 填空 · 评分 · 说明文字
                                     * @enum {unknown}
                                     */
                                    type: "single" | "multiple" | "text" | "score" | "note";
                                    text: string;
                                    required: boolean;
                                    /** @description of a choice; the answer is the text of the option */
                                    options?: string[];
                                    /** @description a text of several lines */
                                    isLong?: boolean;
                                    /** @description the best score; the worst is 1 */
                                    top?: number;
                                    lowLabel?: string;
                                    highLabel?: string;
                                    /** @enum {unknown} */
                                    dimension?: "quality" | "delivery" | "service" | "price" | "overall" | "satisfaction" | "content" | "trainer" | "organization";
                                    showIf?: {
                                        question: string;
                                        equals: string | number;
                                    };
                                }[];
                            };
                            revision: number;
                            /** @description SHA-256 of title and definition */
                            publishedHash?: string;
                            /** @description /s/…, while there is an open link */
                            openLinkPath?: string;
                            versions: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                /**
                                 * @description 设计中 · 收集中 · 已结束
                                 * @enum {unknown}
                                 */
                                status: "draft" | "published" | "closed";
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys/{id}/collection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Closing date, quota, open link
         * @description For: whoever is signed in.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        closesAt?: string | null;
                        quota?: number | null;
                        /** @description switched off and on again, it is another link */
                        hasOpenLink?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /**
                             * @description 市场调研问卷 (MRQ) · 培训调查表 (TRS) · 客户满意度调查表 (SSF)
                             * @enum {unknown}
                             */
                            purpose: "research" | "training" | "satisfaction";
                            title: string;
                            version: number;
                            /**
                             * @description 设计中 · 收集中 · 已结束
                             * @enum {unknown}
                             */
                            status: "draft" | "published" | "closed";
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            level: "public" | "internal" | "secret" | "confidential";
                            owner: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            };
                            /** Format: uuid */
                            recordId?: string;
                            /** Format: uuid */
                            instanceId?: string;
                            /** Format: date-time */
                            closesAt?: string;
                            quota?: number;
                            answerCount: number;
                            invitationCount: number;
                            /** Format: date-time */
                            updatedAt: string;
                            /** Format: date-time */
                            publishedAt?: string;
                            can: {
                                /** @description design, publish, close, hand out links */
                                manage: boolean;
                                /** @description answers are accepted now */
                                collect: boolean;
                            };
                        } & {
                            definition: {
                                /** @description 填写说明 */
                                instruction?: string;
                                /** @description shown after the answers were sent */
                                thanks?: string;
                                questions: {
                                    id: string;
                                    /**
                                     * @description 单选 · 多选 · 填空 · 评分 · 说明文字
                                     * @enum {unknown}
                                     */
                                    type: "single" | "multiple" | "text" | "score" | "note";
                                    text: string;
                                    required: boolean;
                                    /** @description of a choice; the answer is the text of the option */
                                    options?: string[];
                                    /** @description a text of several lines */
                                    isLong?: boolean;
                                    /** @description the best score; the worst is 1 */
                                    top?: number;
                                    lowLabel?: string;
                                    highLabel?: string;
                                    /** @enum {unknown} */
                                    dimension?: "quality" | "delivery" | "service" | "price" | "overall" | "satisfaction" | "content" | "trainer" | "organization";
                                    showIf?: {
                                        question: string;
                                        equals: string | number;
                                    };
                                }[];
                            };
                            revision: number;
                            /** @description SHA-256 of title and definition */
                            publishedHash?: string;
                            /** @description /s/…, while there is an open link */
                            openLinkPath?: string;
                            versions: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                /**
                                 * @description 设计中 · 收集中 · 已结束
                                 * @enum {unknown}
                                 */
                                status: "draft" | "published" | "closed";
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        trace?: never;
    };
    "/api/surveys/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop collecting
         * @description For: whoever is signed in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /**
                             * @description 市场调研问卷 (MRQ) · 培训调查表 (TRS) · 客户满意度调查表 (SSF)
                             * @enum {unknown}
                             */
                            purpose: "research" | "training" | "satisfaction";
                            title: string;
                            version: number;
                            /**
                             * @description 设计中 · 收集中 · 已结束
                             * @enum {unknown}
                             */
                            status: "draft" | "published" | "closed";
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            level: "public" | "internal" | "secret" | "confidential";
                            owner: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            };
                            /** Format: uuid */
                            recordId?: string;
                            /** Format: uuid */
                            instanceId?: string;
                            /** Format: date-time */
                            closesAt?: string;
                            quota?: number;
                            answerCount: number;
                            invitationCount: number;
                            /** Format: date-time */
                            updatedAt: string;
                            /** Format: date-time */
                            publishedAt?: string;
                            can: {
                                /** @description design, publish, close, hand out links */
                                manage: boolean;
                                /** @description answers are accepted now */
                                collect: boolean;
                            };
                        } & {
                            definition: {
                                /** @description 填写说明 */
                                instruction?: string;
                                /** @description shown after the answers were sent */
                                thanks?: string;
                                questions: {
                                    id: string;
                                    /**
                                     * @description 单选 · 多选 · 填空 · 评分 · 说明文字
                                     * @enum {unknown}
                                     */
                                    type: "single" | "multiple" | "text" | "score" | "note";
                                    text: string;
                                    required: boolean;
                                    /** @description of a choice; the answer is the text of the option */
                                    options?: string[];
                                    /** @description a text of several lines */
                                    isLong?: boolean;
                                    /** @description the best score; the worst is 1 */
                                    top?: number;
                                    lowLabel?: string;
                                    highLabel?: string;
                                    /** @enum {unknown} */
                                    dimension?: "quality" | "delivery" | "service" | "price" | "overall" | "satisfaction" | "content" | "trainer" | "organization";
                                    showIf?: {
                                        question: string;
                                        equals: string | number;
                                    };
                                }[];
                            };
                            revision: number;
                            /** @description SHA-256 of title and definition */
                            publishedHash?: string;
                            /** @description /s/…, while there is an open link */
                            openLinkPath?: string;
                            versions: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                /**
                                 * @description 设计中 · 收集中 · 已结束
                                 * @enum {unknown}
                                 */
                                status: "draft" | "published" | "closed";
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Collect again
         * @description For: whoever is signed in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /**
                             * @description 市场调研问卷 (MRQ) · 培训调查表 (TRS) · 客户满意度调查表 (SSF)
                             * @enum {unknown}
                             */
                            purpose: "research" | "training" | "satisfaction";
                            title: string;
                            version: number;
                            /**
                             * @description 设计中 · 收集中 · 已结束
                             * @enum {unknown}
                             */
                            status: "draft" | "published" | "closed";
                            /**
                             * @description 密级: 公开 · 内部 · 秘密 · 机密, in rising order
                             * @enum {unknown}
                             */
                            level: "public" | "internal" | "secret" | "confidential";
                            owner: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            };
                            /** Format: uuid */
                            recordId?: string;
                            /** Format: uuid */
                            instanceId?: string;
                            /** Format: date-time */
                            closesAt?: string;
                            quota?: number;
                            answerCount: number;
                            invitationCount: number;
                            /** Format: date-time */
                            updatedAt: string;
                            /** Format: date-time */
                            publishedAt?: string;
                            can: {
                                /** @description design, publish, close, hand out links */
                                manage: boolean;
                                /** @description answers are accepted now */
                                collect: boolean;
                            };
                        } & {
                            definition: {
                                /** @description 填写说明 */
                                instruction?: string;
                                /** @description shown after the answers were sent */
                                thanks?: string;
                                questions: {
                                    id: string;
                                    /**
                                     * @description 单选 · 多选 · 填空 · 评分 · 说明文字
                                     * @enum {unknown}
                                     */
                                    type: "single" | "multiple" | "text" | "score" | "note";
                                    text: string;
                                    required: boolean;
                                    /** @description of a choice; the answer is the text of the option */
                                    options?: string[];
                                    /** @description a text of several lines */
                                    isLong?: boolean;
                                    /** @description the best score; the worst is 1 */
                                    top?: number;
                                    lowLabel?: string;
                                    highLabel?: string;
                                    /** @enum {unknown} */
                                    dimension?: "quality" | "delivery" | "service" | "price" | "overall" | "satisfaction" | "content" | "trainer" | "organization";
                                    showIf?: {
                                        question: string;
                                        equals: string | number;
                                    };
                                }[];
                            };
                            revision: number;
                            /** @description SHA-256 of title and definition */
                            publishedHash?: string;
                            /** @description /s/…, while there is an open link */
                            openLinkPath?: string;
                            versions: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                /**
                                 * @description 设计中 · 收集中 · 已结束
                                 * @enum {unknown}
                                 */
                                status: "draft" | "published" | "closed";
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys/{id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Personal links
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @description whom the link is for */
                                label: string;
                                /** Format: uuid */
                                customerId?: string;
                                customerName?: string;
                                /** @description /s/… */
                                path: string;
                                /** Format: date-time */
                                usedAt?: string;
                            }[];
                            next?: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        /**
         * Make personal links, each answered once
         * @description For: whoever is signed in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        invitations: {
                            label: string;
                            /** Format: uuid */
                            customerId?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @description whom the link is for */
                                label: string;
                                /** Format: uuid */
                                customerId?: string;
                                customerName?: string;
                                /** @description /s/… */
                                path: string;
                                /** Format: date-time */
                                usedAt?: string;
                            }[];
                            next?: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys/{id}/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take back a link that was not answered
         * @description For: whoever is signed in.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    invitationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys/{id}/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The answers that I may see
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /**
                                 * @description 公开链接 · 个人链接 · 代为录入
                                 * @enum {unknown}
                                 */
                                channel: "openLink" | "personalLink" | "typedIn";
                                respondent?: string;
                                /** Format: uuid */
                                customerId?: string;
                                customerName?: string;
                                collectedBy?: {
                                    /** Format: uuid */
                                    id: string;
                                    username: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                submittedAt: string;
                                answers: {
                                    [key: string]: unknown;
                                };
                            }[];
                            next?: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        /**
         * Type in the answers of a customer
         * @description For: whoever is signed in.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        answers: {
                            [key: string]: unknown;
                        };
                        /** Format: uuid */
                        customerId?: string;
                        /** @description 受访人 */
                        respondent?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            receivedAt: string;
                            thanks?: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counted by question
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answerCount: number;
                            byChannel: {
                                /**
                                 * @description 公开链接 · 个人链接 · 代为录入
                                 * @enum {unknown}
                                 */
                                channel: "openLink" | "personalLink" | "typedIn";
                                count: number;
                            }[];
                            invited: number;
                            /** @description percent; absent where nobody knows who was asked */
                            responseRate?: number;
                            /** Format: date-time */
                            lastAnswerAt?: string;
                            questions: {
                                question: string;
                                answered: number;
                                /** @description of a choice or a score; values that nobody chose are left out */
                                counts: {
                                    value: string | number;
                                    count: number;
                                }[];
                                average?: number;
                                lowest?: number;
                                /** @description the newest of a text question */
                                texts?: string[];
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys/{id}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The answers as rows of the table of answer sheets
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                [key: string]: unknown;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys/{id}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The numbers that 《调查报告》 and 培训总结 take over, over all versions
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sampleCount: number;
                            responseRate: number | null;
                            scoreSummary: {
                                /** @enum {unknown} */
                                dimension: "quality" | "delivery" | "service" | "price" | "overall" | "satisfaction" | "content" | "trainer" | "organization";
                                average: number;
                                lowest: number;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the server and its database answer
         * @description For: no sign-in needed.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            status: string;
                        };
                    };
                };
                429: components["responses"]["Failure429"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attach a file to my draft
         * @description multipart/form-data with one field `file`
         *
         *     For: whoever writes the draft, or may write one.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            mediaType: string;
                            /** @description bytes */
                            size: number;
                            sha256: string;
                            uploadedBy: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                            };
                            /** Format: date-time */
                            uploadedAt: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download an attachment
         * @description For: whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                404: components["responses"]["Failure404"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Remove an upload of mine that was not submitted
         * @description For: whoever is signed in.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                422: components["responses"]["Failure422"];
                500: components["responses"]["Failure500"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/surveys/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The questions behind a link
         * @description For: no sign-in needed.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {unknown} */
                            state: "open" | "closed" | "full" | "answered";
                            title: string;
                            definition?: {
                                /** @description 填写说明 */
                                instruction?: string;
                                /** @description shown after the answers were sent */
                                thanks?: string;
                                questions: {
                                    id: string;
                                    /**
                                     * @description 单选 · 多选 · 填空 · 评分 · 说明文字
                                     * @enum {unknown}
                                     */
                                    type: "single" | "multiple" | "text" | "score" | "note";
                                    text: string;
                                    required: boolean;
                                    /** @description of a choice; the answer is the text of the option */
                                    options?: string[];
                                    /** @description a text of several lines */
                                    isLong?: boolean;
                                    /** @description the best score; the worst is 1 */
                                    top?: number;
                                    lowLabel?: string;
                                    highLabel?: string;
                                    /** @enum {unknown} */
                                    dimension?: "quality" | "delivery" | "service" | "price" | "overall" | "satisfaction" | "content" | "trainer" | "organization";
                                    showIf?: {
                                        question: string;
                                        equals: string | number;
                                    };
                                }[];
                            };
                            hash?: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                404: components["responses"]["Failure404"];
                429: components["responses"]["Failure429"];
                500: components["responses"]["Failure500"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/surveys/{token}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer once; the same Idempotency-Key is answered as the first time
         * @description For: no sign-in needed.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        hash: string;
                        answers: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            receivedAt: string;
                            thanks?: string;
                        };
                    };
                };
                400: components["responses"]["Failure400"];
                401: components["responses"]["Failure401"];
                403: components["responses"]["Failure403"];
                404: components["responses"]["Failure404"];
                409: components["responses"]["Failure409"];
                413: components["responses"]["Failure413"];
                415: components["responses"]["Failure415"];
                422: components["responses"]["Failure422"];
                429: components["responses"]["Failure429"];
                500: components["responses"]["Failure500"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Failure: {
            /** @enum {string} */
            code: "INTERNAL" | "REQUEST_INVALID" | "JSON_INVALID" | "JSON_TOO_DEEP" | "REQUEST_TOO_LARGE" | "MEDIA_TYPE_UNSUPPORTED" | "NOT_FOUND" | "UNAUTHENTICATED" | "CREDENTIALS_WRONG" | "TOO_MANY_ATTEMPTS" | "CROSS_SITE" | "FORBIDDEN" | "CLEARANCE_TOO_LOW" | "LEVEL_LOWERED" | "PROCESS_UNKNOWN" | "PROCESS_NOT_IN_EFFECT" | "PROCESS_BROKEN" | "PROCESS_NOT_YOURS" | "VERSION_UNSOUND" | "VERSION_NOT_DRAFT" | "VERSION_IN_REVIEW" | "VERSION_SAME" | "BPMN_INVALID" | "NOT_A_PARTICIPANT" | "ASKING_NOT_POSSIBLE" | "TASK_NOT_YOURS" | "TASK_DONE" | "TASK_TIMED_OUT" | "TASK_CANCELLED" | "VERB_REFUSED" | "NO_SUCH_PERSON" | "PERSON_NOT_CLEARED" | "NOBODY_CHOSEN" | "STEP_NOT_CHOSEN" | "VERB_NOT_OFFERED" | "NOT_TOGETHER" | "RECORD_INVALID" | "FIELDS_LOCKED" | "CHANGES_NEED_APPROVAL" | "RECORD_CHANGED" | "DRAFT_OUTDATED" | "DRAFT_MISSING" | "DOCUMENTS_INVALID" | "DOCUMENTS_NOT_SEVERAL" | "DOCUMENTS_TOO_MANY" | "DOCUMENT_NEEDED" | "DOCUMENT_SUBMITTED" | "RANGE_REVERSED" | "RECORD_KIND_UNKNOWN" | "RECORD_BEING_EDITED" | "KIND_NOT_REGISTER" | "RECORD_IN_PROCESS" | "INSTANCE_BUSY" | "INSTANCE_ENDED" | "IDEMPOTENCY_KEY_REUSED" | "FILE_TOO_LARGE" | "FILE_TYPE_REFUSED" | "FILE_NAME_INVALID" | "ATTACHMENT_FROZEN" | "OPINION_REQUIRED" | "ATTACHMENT_REQUIRED" | "ATTACHMENT_GONE" | "ATTACHMENT_IN_DOCUMENT" | "SIGNATURE_REQUIRED" | "SIGNATURE_INVALID" | "SIGNATURE_BLANK" | "ORGANIZATION_OUTDATED" | "DEPARTMENT_UNKNOWN" | "POSITION_UNKNOWN" | "PERSON_UNKNOWN" | "USERNAME_TAKEN" | "NAME_TAKEN" | "DEPARTMENT_CYCLE" | "GROUP_CYCLE" | "DEPARTMENT_IN_USE" | "POSITION_IN_USE" | "POSITION_IN_PROCESS" | "POSITION_IS_GROUP" | "POSITION_HELD" | "ASSIGNMENT_DATES_INVALID" | "ASSIGNMENT_OVERLAPS" | "LAST_PROCESS_ADMIN" | "SUBSTITUTE_ONESELF" | "SUBSTITUTION_PERIOD" | "SUBSTITUTION_OVERLAPS" | "SUBSTITUTE_IS_AWAY" | "STEP_UNKNOWN" | "SURVEY_PUBLISHED" | "SURVEY_OUTDATED" | "SURVEY_INVALID" | "SURVEY_NOT_YOURS" | "SURVEY_NOT_PUBLISHED" | "SURVEY_SUPERSEDED" | "SURVEY_CLOSED" | "SURVEY_FULL" | "SURVEY_ANSWERED" | "SURVEY_CHANGED" | "SURVEY_ANSWERS_INVALID" | "CURSOR_INVALID";
            /** @description a sentence in the asker's language */
            message: string;
            details?: {
                /** @description JSON pointer of the place */
                path: string;
                message: string;
                keyword?: string;
                elementId?: string;
                /** @description ids of the elements that lead to it */
                way?: string[];
                /** @description the document that it is in, where a request is about several */
                document?: {
                    /** Format: uuid */
                    id: string;
                    title: string;
                    /** @description from 1 */
                    place: number;
                };
            }[];
            requestId: string;
        };
    };
    responses: {
        /**
         * @description - `REQUEST_INVALID`: The request is not valid
         *     - `JSON_INVALID`: The request is not valid JSON
         *     - `JSON_TOO_DEEP`: The request is nested too deeply (at most {limit} levels)
         *     - `RANGE_REVERSED`: The range of “{field}” is the wrong way round: {from} comes after {to}
         *     - `FILE_NAME_INVALID`: The file name is not valid
         *     - `CURSOR_INVALID`: The page cursor is not valid
         */
        Failure400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /**
         * @description - `UNAUTHENTICATED`: Please sign in first
         *     - `CREDENTIALS_WRONG`: The user name or password is wrong
         */
        Failure401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /**
         * @description - `CROSS_SITE`: Requests from another site are refused
         *     - `FORBIDDEN`: Your position may not do this
         *     - `CLEARANCE_TOO_LOW`: The chosen confidentiality level is above your clearance
         *     - `PROCESS_NOT_YOURS`: Your position may not start process {process}
         *     - `NOT_A_PARTICIPANT`: Only those who take part in the process may do this
         *     - `TASK_NOT_YOURS`: This task is not yours
         *     - `SURVEY_NOT_YOURS`: This questionnaire is not yours to manage
         */
        Failure403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /**
         * @description - `NOT_FOUND`: There is no such address or content, or you may not see it
         *     - `PROCESS_UNKNOWN`: There is no process {process}
         *     - `RECORD_KIND_UNKNOWN`: There is no record kind {kind}
         *     - `STEP_UNKNOWN`: The process has no such step
         */
        Failure404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /**
         * @description - `LEVEL_LOWERED`: A confidentiality level may be raised, not lowered
         *     - `PROCESS_NOT_IN_EFFECT`: Process {process} is not in effect and cannot be started
         *     - `PROCESS_BROKEN`: The drawing of process {process}, version {version}, has errors and cannot run; please tell the process administrator
         *     - `VERSION_NOT_DRAFT`: Only a version that is a draft can be changed or handed in for review
         *     - `VERSION_IN_REVIEW`: A version of process {process} is under review already
         *     - `VERSION_SAME`: The drawing is the same as that of version {version}
         *     - `ASKING_NOT_POSSIBLE`: The process is not at a step where questions can be asked
         *     - `TASK_DONE`: {person} has already done this task
         *     - `TASK_TIMED_OUT`: The time for this task is over, and the process has decided it by its rule
         *     - `TASK_CANCELLED`: This task was cancelled; nothing needs to be done
         *     - `VERB_REFUSED`: {reason}
         *     - `VERB_NOT_OFFERED`: This step does not offer “{verb}”
         *     - `NOT_TOGETHER`: This step is decided one by one, not together with others
         *     - `RECORD_CHANGED`: There is a new version of {document}, V{version}; please read it first
         *     - `DRAFT_OUTDATED`: The draft was changed elsewhere; reload before editing
         *     - `DRAFT_MISSING`: There is no draft to edit; it may have been submitted or given up. Please reload
         *     - `DOCUMENTS_NOT_SEVERAL`: This step has one document only
         *     - `DOCUMENTS_TOO_MANY`: This step has at most {limit} documents
         *     - `DOCUMENT_NEEDED`: There must be one document; the last one cannot be removed
         *     - `DOCUMENT_SUBMITTED`: This document has been submitted ({number}); it can be changed, not removed
         *     - `RECORD_BEING_EDITED`: {person} is editing this entry; please try again later
         *     - `KIND_NOT_REGISTER`: “{kind}” is filled in within a process only
         *     - `RECORD_IN_PROCESS`: This is being handled in a process; submit it from the task
         *     - `INSTANCE_BUSY`: Somebody else acted in the same instant; please try again
         *     - `INSTANCE_ENDED`: The process has ended
         *     - `ATTACHMENT_FROZEN`: A submitted attachment cannot be removed
         *     - `ATTACHMENT_GONE`: An attachment has been removed or used meanwhile; check them and act again
         *     - `ATTACHMENT_IN_DOCUMENT`: Files of this step belong to its document; attach them there
         *     - `ORGANIZATION_OUTDATED`: {person} has just changed this; look at it again before you change it
         *     - `USERNAME_TAKEN`: The user name “{username}” is taken
         *     - `NAME_TAKEN`: There is a “{name}” in the same department already
         *     - `DEPARTMENT_CYCLE`: A department cannot be moved below itself
         *     - `GROUP_CYCLE`: A group of positions cannot contain itself, not through other groups either
         *     - `DEPARTMENT_IN_USE`: The department still has departments, positions or people and cannot end
         *     - `POSITION_IN_USE`: The position manages “{name}” or is a member of it and cannot end
         *     - `POSITION_IN_PROCESS`: Process {process} still has steps for this position; it cannot end
         *     - `POSITION_IS_GROUP`: “{position}” is a group; people hold its member positions
         *     - `POSITION_HELD`: Somebody holds this position; it cannot become a group
         *     - `ASSIGNMENT_OVERLAPS`: {person} holds “{position}” in this time already
         *     - `LAST_PROCESS_ADMIN`: There must be a process administrator at all times; appoint another one first
         *     - `SUBSTITUTION_OVERLAPS`: {person} already stands in during that time ({from} to {to})
         *     - `SUBSTITUTE_IS_AWAY`: {person} has a substitute himself during that time; choose somebody else
         *     - `SURVEY_PUBLISHED`: The questionnaire has been published and can no longer be changed; make a new version to correct it
         *     - `SURVEY_OUTDATED`: The questionnaire was changed elsewhere; reload before editing
         *     - `SURVEY_NOT_PUBLISHED`: The questionnaire has not been published yet
         *     - `SURVEY_SUPERSEDED`: There is a newer version of the questionnaire; this one cannot be reopened
         *     - `SURVEY_CLOSED`: The survey is closed
         *     - `SURVEY_FULL`: The survey has received all the answers it needs
         *     - `SURVEY_ANSWERED`: This link has been answered already
         *     - `SURVEY_CHANGED`: The questionnaire has been corrected; reload the page before sending
         */
        Failure409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /**
         * @description - `REQUEST_TOO_LARGE`: The request is too large (at most {limit})
         *     - `FILE_TOO_LARGE`: The file is too large (at most {limit})
         */
        Failure413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /**
         * @description - `MEDIA_TYPE_UNSUPPORTED`: Requests of this content type are not accepted
         *     - `FILE_TYPE_REFUSED`: This kind of file is not accepted: {name}
         */
        Failure415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /**
         * @description - `VERSION_UNSOUND`: {count} places of the drawing must be corrected first
         *     - `BPMN_INVALID`: The process drawing has errors
         *     - `NO_SUCH_PERSON`: There is nobody called {person}, or the account is disabled
         *     - `PERSON_NOT_CLEARED`: {person} is not cleared for this process
         *     - `NOBODY_CHOSEN`: Choose a person or a position
         *     - `STEP_NOT_CHOSEN`: Choose a step
         *     - `RECORD_INVALID`: {count} places in the form need correction
         *     - `FIELDS_LOCKED`: This step cannot change: {fields}
         *     - `CHANGES_NEED_APPROVAL`: What is refused cannot be changed as well: {fields}. Say in your opinion what its author is to change
         *     - `DOCUMENTS_INVALID`: {count} places need correction in {places}; nothing was done with any document
         *     - `IDEMPOTENCY_KEY_REUSED`: The same Idempotency-Key was used for another request
         *     - `OPINION_REQUIRED`: Please write an opinion
         *     - `ATTACHMENT_REQUIRED`: This step asks for a file; attach one first
         *     - `SIGNATURE_REQUIRED`: This step asks for a hand signature; please sign first
         *     - `SIGNATURE_INVALID`: The picture of the signature cannot be read; clear it and sign again
         *     - `SIGNATURE_BLANK`: The signature is blank or too small; please sign again
         *     - `DEPARTMENT_UNKNOWN`: There is no such department, or it has ended
         *     - `POSITION_UNKNOWN`: There is no such position, or it has ended
         *     - `PERSON_UNKNOWN`: There is no such person, or the account is disabled
         *     - `ASSIGNMENT_DATES_INVALID`: The last day cannot be before the first
         *     - `SUBSTITUTE_ONESELF`: Nobody stands in for himself
         *     - `SUBSTITUTION_PERIOD`: The last day may be neither before the first nor before today, and the period is a year at most
         *     - `SURVEY_INVALID`: {count} places in the questionnaire need correction
         *     - `SURVEY_ANSWERS_INVALID`: {count} answers need correction
         */
        Failure422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description - `TOO_MANY_ATTEMPTS`: Too many attempts; try again in {seconds} seconds */
        Failure429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description - `INTERNAL`: Internal error; give the number {requestId} to your administrator */
        Failure500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
