// Written by scripts/generate.ts from the compiled contracts. Do not edit.

export const accessManagerAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "initialAdmin",
        "type": "address",
        "internalType": "address"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "ADMIN_ROLE",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "uint64",
        "internalType": "uint64"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "PUBLIC_ROLE",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "uint64",
        "internalType": "uint64"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "canCall",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "target",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "selector",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ],
    "outputs": [
      {
        "name": "immediate",
        "type": "bool",
        "internalType": "bool"
      },
      {
        "name": "delay",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "cancel",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "target",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "data",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "consumeScheduledOp",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "data",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "execute",
    "inputs": [
      {
        "name": "target",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "data",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "stateMutability": "payable"
  },
  {
    "type": "function",
    "name": "expiration",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "getAccess",
    "inputs": [
      {
        "name": "roleId",
        "type": "uint64",
        "internalType": "uint64"
      },
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "since",
        "type": "uint48",
        "internalType": "uint48"
      },
      {
        "name": "currentDelay",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "pendingDelay",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "effect",
        "type": "uint48",
        "internalType": "uint48"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "getNonce",
    "inputs": [
      {
        "name": "id",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "getRoleAdmin",
    "inputs": [
      {
        "name": "roleId",
        "type": "uint64",
        "internalType": "uint64"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint64",
        "internalType": "uint64"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "getRoleGrantDelay",
    "inputs": [
      {
        "name": "roleId",
        "type": "uint64",
        "internalType": "uint64"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "getRoleGuardian",
    "inputs": [
      {
        "name": "roleId",
        "type": "uint64",
        "internalType": "uint64"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint64",
        "internalType": "uint64"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "getSchedule",
    "inputs": [
      {
        "name": "id",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint48",
        "internalType": "uint48"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "getTargetAdminDelay",
    "inputs": [
      {
        "name": "target",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "getTargetFunctionRole",
    "inputs": [
      {
        "name": "target",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "selector",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint64",
        "internalType": "uint64"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "grantRole",
    "inputs": [
      {
        "name": "roleId",
        "type": "uint64",
        "internalType": "uint64"
      },
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "executionDelay",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "hasRole",
    "inputs": [
      {
        "name": "roleId",
        "type": "uint64",
        "internalType": "uint64"
      },
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "isMember",
        "type": "bool",
        "internalType": "bool"
      },
      {
        "name": "executionDelay",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "hashOperation",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "target",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "data",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isTargetClosed",
    "inputs": [
      {
        "name": "target",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "labelRole",
    "inputs": [
      {
        "name": "roleId",
        "type": "uint64",
        "internalType": "uint64"
      },
      {
        "name": "label",
        "type": "string",
        "internalType": "string"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "minSetback",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "multicall",
    "inputs": [
      {
        "name": "data",
        "type": "bytes[]",
        "internalType": "bytes[]"
      }
    ],
    "outputs": [
      {
        "name": "results",
        "type": "bytes[]",
        "internalType": "bytes[]"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "renounceRole",
    "inputs": [
      {
        "name": "roleId",
        "type": "uint64",
        "internalType": "uint64"
      },
      {
        "name": "callerConfirmation",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "revokeRole",
    "inputs": [
      {
        "name": "roleId",
        "type": "uint64",
        "internalType": "uint64"
      },
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "schedule",
    "inputs": [
      {
        "name": "target",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "data",
        "type": "bytes",
        "internalType": "bytes"
      },
      {
        "name": "when",
        "type": "uint48",
        "internalType": "uint48"
      }
    ],
    "outputs": [
      {
        "name": "operationId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "nonce",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setGrantDelay",
    "inputs": [
      {
        "name": "roleId",
        "type": "uint64",
        "internalType": "uint64"
      },
      {
        "name": "newDelay",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setRoleAdmin",
    "inputs": [
      {
        "name": "roleId",
        "type": "uint64",
        "internalType": "uint64"
      },
      {
        "name": "admin",
        "type": "uint64",
        "internalType": "uint64"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setRoleGuardian",
    "inputs": [
      {
        "name": "roleId",
        "type": "uint64",
        "internalType": "uint64"
      },
      {
        "name": "guardian",
        "type": "uint64",
        "internalType": "uint64"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setTargetAdminDelay",
    "inputs": [
      {
        "name": "target",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "newDelay",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setTargetClosed",
    "inputs": [
      {
        "name": "target",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "closed",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setTargetFunctionRole",
    "inputs": [
      {
        "name": "target",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "selectors",
        "type": "bytes4[]",
        "internalType": "bytes4[]"
      },
      {
        "name": "roleId",
        "type": "uint64",
        "internalType": "uint64"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "updateAuthority",
    "inputs": [
      {
        "name": "target",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "newAuthority",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "event",
    "name": "OperationCanceled",
    "inputs": [
      {
        "name": "operationId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "nonce",
        "type": "uint32",
        "indexed": true,
        "internalType": "uint32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "OperationExecuted",
    "inputs": [
      {
        "name": "operationId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "nonce",
        "type": "uint32",
        "indexed": true,
        "internalType": "uint32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "OperationScheduled",
    "inputs": [
      {
        "name": "operationId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "nonce",
        "type": "uint32",
        "indexed": true,
        "internalType": "uint32"
      },
      {
        "name": "schedule",
        "type": "uint48",
        "indexed": false,
        "internalType": "uint48"
      },
      {
        "name": "caller",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      },
      {
        "name": "target",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      },
      {
        "name": "data",
        "type": "bytes",
        "indexed": false,
        "internalType": "bytes"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "RoleAdminChanged",
    "inputs": [
      {
        "name": "roleId",
        "type": "uint64",
        "indexed": true,
        "internalType": "uint64"
      },
      {
        "name": "admin",
        "type": "uint64",
        "indexed": true,
        "internalType": "uint64"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "RoleGrantDelayChanged",
    "inputs": [
      {
        "name": "roleId",
        "type": "uint64",
        "indexed": true,
        "internalType": "uint64"
      },
      {
        "name": "delay",
        "type": "uint32",
        "indexed": false,
        "internalType": "uint32"
      },
      {
        "name": "since",
        "type": "uint48",
        "indexed": false,
        "internalType": "uint48"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "RoleGranted",
    "inputs": [
      {
        "name": "roleId",
        "type": "uint64",
        "indexed": true,
        "internalType": "uint64"
      },
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "delay",
        "type": "uint32",
        "indexed": false,
        "internalType": "uint32"
      },
      {
        "name": "since",
        "type": "uint48",
        "indexed": false,
        "internalType": "uint48"
      },
      {
        "name": "newMember",
        "type": "bool",
        "indexed": false,
        "internalType": "bool"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "RoleGuardianChanged",
    "inputs": [
      {
        "name": "roleId",
        "type": "uint64",
        "indexed": true,
        "internalType": "uint64"
      },
      {
        "name": "guardian",
        "type": "uint64",
        "indexed": true,
        "internalType": "uint64"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "RoleLabel",
    "inputs": [
      {
        "name": "roleId",
        "type": "uint64",
        "indexed": true,
        "internalType": "uint64"
      },
      {
        "name": "label",
        "type": "string",
        "indexed": false,
        "internalType": "string"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "RoleRevoked",
    "inputs": [
      {
        "name": "roleId",
        "type": "uint64",
        "indexed": true,
        "internalType": "uint64"
      },
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "TargetAdminDelayUpdated",
    "inputs": [
      {
        "name": "target",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "delay",
        "type": "uint32",
        "indexed": false,
        "internalType": "uint32"
      },
      {
        "name": "since",
        "type": "uint48",
        "indexed": false,
        "internalType": "uint48"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "TargetClosed",
    "inputs": [
      {
        "name": "target",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "closed",
        "type": "bool",
        "indexed": false,
        "internalType": "bool"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "TargetFunctionRoleUpdated",
    "inputs": [
      {
        "name": "target",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "selector",
        "type": "bytes4",
        "indexed": false,
        "internalType": "bytes4"
      },
      {
        "name": "roleId",
        "type": "uint64",
        "indexed": true,
        "internalType": "uint64"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AccessManagerAlreadyScheduled",
    "inputs": [
      {
        "name": "operationId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerBadConfirmation",
    "inputs": []
  },
  {
    "type": "error",
    "name": "AccessManagerExpired",
    "inputs": [
      {
        "name": "operationId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerInvalidInitialAdmin",
    "inputs": [
      {
        "name": "initialAdmin",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerLockedFunction",
    "inputs": [
      {
        "name": "selector",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerLockedRole",
    "inputs": [
      {
        "name": "roleId",
        "type": "uint64",
        "internalType": "uint64"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerNotReady",
    "inputs": [
      {
        "name": "operationId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerNotScheduled",
    "inputs": [
      {
        "name": "operationId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerUnauthorizedAccount",
    "inputs": [
      {
        "name": "msgsender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "roleId",
        "type": "uint64",
        "internalType": "uint64"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerUnauthorizedCall",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "target",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "selector",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerUnauthorizedCancel",
    "inputs": [
      {
        "name": "msgsender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "target",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "selector",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerUnauthorizedConsume",
    "inputs": [
      {
        "name": "target",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AddressEmptyCode",
    "inputs": [
      {
        "name": "target",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "FailedCall",
    "inputs": []
  },
  {
    "type": "error",
    "name": "InsufficientBalance",
    "inputs": [
      {
        "name": "balance",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "SafeCastOverflowedUintDowncast",
    "inputs": [
      {
        "name": "bits",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  }
] as const

export const agreementBookAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "market",
        "type": "tuple",
        "internalType": "struct AgreementTerms.Market",
        "components": [
          {
            "name": "members",
            "type": "address",
            "internalType": "contract IMemberRegistry"
          },
          {
            "name": "breaker",
            "type": "address",
            "internalType": "contract ICircuitBreaker"
          },
          {
            "name": "tariffs",
            "type": "address",
            "internalType": "contract ITariffBook"
          },
          {
            "name": "offers",
            "type": "address",
            "internalType": "contract IOfferBook"
          },
          {
            "name": "meters",
            "type": "address",
            "internalType": "contract IMeterRegistry"
          },
          {
            "name": "escrow",
            "type": "address",
            "internalType": "contract IEscrow"
          }
        ]
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "BREAKER",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ICircuitBreaker"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "ESCROW",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IEscrow"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "MEMBERS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IMemberRegistry"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "METERS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IMeterRegistry"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "OFFERS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IOfferBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "TARIFFS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ITariffBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "advance",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "consumer",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "p",
        "type": "tuple",
        "internalType": "struct SettledPeriod",
        "components": [
          {
            "name": "from",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "to",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "periodEnd",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "index",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "exit",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "surplus",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "total",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "billFactor",
            "type": "uint16",
            "internalType": "uint16"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "agreementOf",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "authority",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "address"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "drawDeposit",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "wanted",
        "type": "uint128",
        "internalType": "Micro"
      }
    ],
    "outputs": [
      {
        "name": "drawn",
        "type": "uint128",
        "internalType": "Micro"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "eip712Domain",
    "inputs": [],
    "outputs": [
      {
        "name": "fields",
        "type": "bytes1",
        "internalType": "bytes1"
      },
      {
        "name": "name",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "version",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "chainId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "verifyingContract",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "salt",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "extensions",
        "type": "uint256[]",
        "internalType": "uint256[]"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "end",
    "inputs": [
      {
        "name": "offer",
        "type": "tuple",
        "internalType": "struct Offer",
        "components": [
          {
            "name": "retailer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formula",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formulaParams",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "priceCap",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "deposit",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "serviceFee",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "exitFee",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "noticeDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "coolingOffDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "termPeriods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "green",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "validFrom",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "validUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      },
      {
        "name": "terms",
        "type": "tuple",
        "internalType": "struct TermsWords",
        "components": [
          {
            "name": "meterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "parties",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "contracted",
            "type": "uint256[3]",
            "internalType": "uint256[3]"
          },
          {
            "name": "replaces",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          }
        ]
      },
      {
        "name": "period",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "ending",
        "type": "tuple",
        "internalType": "struct Ending",
        "components": [
          {
            "name": "agreementId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "endsAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "isConsumingScheduledOp",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "markFrozen",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "markSurplus",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "nonces",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "nonces",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "key",
        "type": "uint192",
        "internalType": "uint192"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "release",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "reserve",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "purchaseId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setAuthority",
    "inputs": [
      {
        "name": "newAuthority",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "sign",
    "inputs": [
      {
        "name": "offer",
        "type": "tuple",
        "internalType": "struct Offer",
        "components": [
          {
            "name": "retailer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formula",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formulaParams",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "priceCap",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "deposit",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "serviceFee",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "exitFee",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "noticeDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "coolingOffDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "termPeriods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "green",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "validFrom",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "validUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      },
      {
        "name": "terms",
        "type": "tuple",
        "internalType": "struct Terms",
        "components": [
          {
            "name": "consumer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "offerId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "meterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "contracted",
            "type": "uint64[12]",
            "internalType": "Wh[12]"
          },
          {
            "name": "replaces",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "stateOf",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct AgreementState",
        "components": [
          {
            "name": "signedAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "settledUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "endsAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "periods",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "termPeriods",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "flags",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "averageBill",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "deposit",
            "type": "uint72",
            "internalType": "uint72"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "successorOf",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "switchAt",
    "inputs": [
      {
        "name": "old",
        "type": "tuple",
        "internalType": "struct IAgreementBook.Replaced",
        "components": [
          {
            "name": "offer",
            "type": "tuple",
            "internalType": "struct Offer",
            "components": [
              {
                "name": "retailer",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "formula",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "formulaParams",
                "type": "bytes",
                "internalType": "bytes"
              },
              {
                "name": "priceCap",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "deviation",
                "type": "tuple",
                "internalType": "struct DeviationClause",
                "components": [
                  {
                    "name": "lower",
                    "type": "uint16",
                    "internalType": "Bps"
                  },
                  {
                    "name": "upper",
                    "type": "uint16",
                    "internalType": "Bps"
                  },
                  {
                    "name": "excess",
                    "type": "uint16",
                    "internalType": "Bps"
                  },
                  {
                    "name": "shortfall",
                    "type": "uint64",
                    "internalType": "MicroPerKwh"
                  },
                  {
                    "name": "referenceBasis",
                    "type": "uint8",
                    "internalType": "enum ReferenceBasis"
                  },
                  {
                    "name": "ruleBasis",
                    "type": "uint8",
                    "internalType": "enum RuleBasis"
                  },
                  {
                    "name": "excessPayee",
                    "type": "address",
                    "internalType": "address"
                  },
                  {
                    "name": "shortfallPayee",
                    "type": "address",
                    "internalType": "address"
                  }
                ]
              },
              {
                "name": "deposit",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "serviceFee",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "exitFee",
                "type": "uint128",
                "internalType": "Micro"
              },
              {
                "name": "noticeDays",
                "type": "uint16",
                "internalType": "uint16"
              },
              {
                "name": "coolingOffDays",
                "type": "uint16",
                "internalType": "uint16"
              },
              {
                "name": "termPeriods",
                "type": "uint16",
                "internalType": "uint16"
              },
              {
                "name": "customerClass",
                "type": "uint8",
                "internalType": "enum CustomerClass"
              },
              {
                "name": "region",
                "type": "uint32",
                "internalType": "uint32"
              },
              {
                "name": "voltageClass",
                "type": "uint8",
                "internalType": "uint8"
              },
              {
                "name": "green",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "model",
                "type": "uint8",
                "internalType": "enum SettlementModel"
              },
              {
                "name": "validFrom",
                "type": "uint40",
                "internalType": "uint40"
              },
              {
                "name": "validUntil",
                "type": "uint40",
                "internalType": "uint40"
              },
              {
                "name": "capacity",
                "type": "uint64",
                "internalType": "Wh"
              }
            ]
          },
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "period",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "offer",
        "type": "tuple",
        "internalType": "struct Offer",
        "components": [
          {
            "name": "retailer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formula",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formulaParams",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "priceCap",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "deposit",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "serviceFee",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "exitFee",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "noticeDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "coolingOffDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "termPeriods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "green",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "validFrom",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "validUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      },
      {
        "name": "terms",
        "type": "tuple",
        "internalType": "struct Terms",
        "components": [
          {
            "name": "consumer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "offerId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "meterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "contracted",
            "type": "uint64[12]",
            "internalType": "Wh[12]"
          },
          {
            "name": "replaces",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "switchTo",
    "inputs": [
      {
        "name": "old",
        "type": "tuple",
        "internalType": "struct IAgreementBook.Replaced",
        "components": [
          {
            "name": "offer",
            "type": "tuple",
            "internalType": "struct Offer",
            "components": [
              {
                "name": "retailer",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "formula",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "formulaParams",
                "type": "bytes",
                "internalType": "bytes"
              },
              {
                "name": "priceCap",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "deviation",
                "type": "tuple",
                "internalType": "struct DeviationClause",
                "components": [
                  {
                    "name": "lower",
                    "type": "uint16",
                    "internalType": "Bps"
                  },
                  {
                    "name": "upper",
                    "type": "uint16",
                    "internalType": "Bps"
                  },
                  {
                    "name": "excess",
                    "type": "uint16",
                    "internalType": "Bps"
                  },
                  {
                    "name": "shortfall",
                    "type": "uint64",
                    "internalType": "MicroPerKwh"
                  },
                  {
                    "name": "referenceBasis",
                    "type": "uint8",
                    "internalType": "enum ReferenceBasis"
                  },
                  {
                    "name": "ruleBasis",
                    "type": "uint8",
                    "internalType": "enum RuleBasis"
                  },
                  {
                    "name": "excessPayee",
                    "type": "address",
                    "internalType": "address"
                  },
                  {
                    "name": "shortfallPayee",
                    "type": "address",
                    "internalType": "address"
                  }
                ]
              },
              {
                "name": "deposit",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "serviceFee",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "exitFee",
                "type": "uint128",
                "internalType": "Micro"
              },
              {
                "name": "noticeDays",
                "type": "uint16",
                "internalType": "uint16"
              },
              {
                "name": "coolingOffDays",
                "type": "uint16",
                "internalType": "uint16"
              },
              {
                "name": "termPeriods",
                "type": "uint16",
                "internalType": "uint16"
              },
              {
                "name": "customerClass",
                "type": "uint8",
                "internalType": "enum CustomerClass"
              },
              {
                "name": "region",
                "type": "uint32",
                "internalType": "uint32"
              },
              {
                "name": "voltageClass",
                "type": "uint8",
                "internalType": "uint8"
              },
              {
                "name": "green",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "model",
                "type": "uint8",
                "internalType": "enum SettlementModel"
              },
              {
                "name": "validFrom",
                "type": "uint40",
                "internalType": "uint40"
              },
              {
                "name": "validUntil",
                "type": "uint40",
                "internalType": "uint40"
              },
              {
                "name": "capacity",
                "type": "uint64",
                "internalType": "Wh"
              }
            ]
          },
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "period",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "offer",
        "type": "tuple",
        "internalType": "struct Offer",
        "components": [
          {
            "name": "retailer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formula",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formulaParams",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "priceCap",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "deposit",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "serviceFee",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "exitFee",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "noticeDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "coolingOffDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "termPeriods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "green",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "validFrom",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "validUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      },
      {
        "name": "terms",
        "type": "tuple",
        "internalType": "struct Terms",
        "components": [
          {
            "name": "consumer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "offerId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "meterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "contracted",
            "type": "uint64[12]",
            "internalType": "Wh[12]"
          },
          {
            "name": "replaces",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "event",
    "name": "AgreementCancelled",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "depositReturned",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      },
      {
        "name": "restored",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "AgreementCut",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "endsAt",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "exitFee",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      },
      {
        "name": "successor",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "AgreementEnded",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "endedAt",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "depositReturned",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "AgreementMarked",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "AgreementSigned",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "consumer",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "retailer",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "terms",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct Terms",
        "components": [
          {
            "name": "consumer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "offerId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "meterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "contracted",
            "type": "uint64[12]",
            "internalType": "Wh[12]"
          },
          {
            "name": "replaces",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "termPeriods",
        "type": "uint16",
        "indexed": false,
        "internalType": "uint16"
      },
      {
        "name": "deposit",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "AuthorityUpdated",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "DepositDrawn",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "drawn",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      },
      {
        "name": "left",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "EIP712DomainChanged",
    "inputs": [],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "ModuleSet",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "indexed": false,
        "internalType": "bool"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AccessManagedInvalidAuthority",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedRequiredDelay",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "delay",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedUnauthorized",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AgreementEnding",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "endsAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "AgreementEndsSooner",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "endsAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "AgreementIsEnded",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AgreementUnknown",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "BillAboveAverage",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "bill",
        "type": "uint128",
        "internalType": "Micro"
      },
      {
        "name": "limit",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "ContractedTooMuch",
    "inputs": [
      {
        "name": "month",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "contracted",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "possible",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "EndTooEarly",
    "inputs": [
      {
        "name": "instant",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "earliest",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExitFeeMismatch",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "expected",
        "type": "bool",
        "internalType": "bool"
      }
    ]
  },
  {
    "type": "error",
    "name": "IntentExpired",
    "inputs": [
      {
        "name": "expiry",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "InvalidAccountNonce",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "currentNonce",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "InvalidShortString",
    "inputs": []
  },
  {
    "type": "error",
    "name": "MeterAlreadySupplied",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotMeterHolder",
    "inputs": [
      {
        "name": "consumer",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "holder",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotModule",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotSupplying",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "supplying",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "NoticeTooShort",
    "inputs": [
      {
        "name": "instant",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "earliest",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "OfferExpired",
    "inputs": [
      {
        "name": "validUntil",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "OfferMismatch",
    "inputs": [
      {
        "name": "signed",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "given",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "OfferNotYetValid",
    "inputs": [
      {
        "name": "validFrom",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "OfferOutOfReach",
    "inputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "PeriodEndMismatch",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "expected",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "given",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "PeriodNotNext",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "expected",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "given",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "PeriodUnknown",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SafeCastOverflowedUintDowncast",
    "inputs": [
      {
        "name": "bits",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "SignatureInvalid",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "StartInFuture",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "now_",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "StartInPast",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "now_",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "StringTooLong",
    "inputs": [
      {
        "name": "str",
        "type": "string",
        "internalType": "string"
      }
    ]
  },
  {
    "type": "error",
    "name": "SurplusMismatch",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "surplus",
        "type": "bool",
        "internalType": "bool"
      }
    ]
  }
] as const

export const agreementTermsAbi = [
  {
    "type": "function",
    "name": "BREAKER",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ICircuitBreaker"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "ESCROW",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IEscrow"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "MEMBERS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IMemberRegistry"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "METERS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IMeterRegistry"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "OFFERS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IOfferBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "TARIFFS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ITariffBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "advance",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "consumer",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "settled",
        "type": "tuple",
        "internalType": "struct SettledPeriod",
        "components": [
          {
            "name": "from",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "to",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "periodEnd",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "index",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "exit",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "surplus",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "total",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "billFactor",
            "type": "uint16",
            "internalType": "uint16"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "agreementOf",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "authority",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "address"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "drawDeposit",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "wanted",
        "type": "uint128",
        "internalType": "Micro"
      }
    ],
    "outputs": [
      {
        "name": "drawn",
        "type": "uint128",
        "internalType": "Micro"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "end",
    "inputs": [
      {
        "name": "offer",
        "type": "tuple",
        "internalType": "struct Offer",
        "components": [
          {
            "name": "retailer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formula",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formulaParams",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "priceCap",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "deposit",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "serviceFee",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "exitFee",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "noticeDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "coolingOffDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "termPeriods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "green",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "validFrom",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "validUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      },
      {
        "name": "terms",
        "type": "tuple",
        "internalType": "struct TermsWords",
        "components": [
          {
            "name": "meterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "parties",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "contracted",
            "type": "uint256[3]",
            "internalType": "uint256[3]"
          },
          {
            "name": "replaces",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          }
        ]
      },
      {
        "name": "period",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "ending",
        "type": "tuple",
        "internalType": "struct Ending",
        "components": [
          {
            "name": "agreementId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "endsAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "isConsumingScheduledOp",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "markSurplus",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "release",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "reserve",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "purchaseId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setAuthority",
    "inputs": [
      {
        "name": "newAuthority",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "sign",
    "inputs": [
      {
        "name": "offer",
        "type": "tuple",
        "internalType": "struct Offer",
        "components": [
          {
            "name": "retailer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formula",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formulaParams",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "priceCap",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "deposit",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "serviceFee",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "exitFee",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "noticeDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "coolingOffDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "termPeriods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "green",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "validFrom",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "validUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      },
      {
        "name": "terms",
        "type": "tuple",
        "internalType": "struct Terms",
        "components": [
          {
            "name": "consumer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "offerId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "meterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "contracted",
            "type": "uint64[12]",
            "internalType": "Wh[12]"
          },
          {
            "name": "replaces",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "stateOf",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct AgreementState",
        "components": [
          {
            "name": "signedAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "settledUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "endsAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "periods",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "termPeriods",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "flags",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "averageBill",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "deposit",
            "type": "uint72",
            "internalType": "uint72"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "successorOf",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "switchAt",
    "inputs": [
      {
        "name": "old",
        "type": "tuple",
        "internalType": "struct IAgreementBook.Replaced",
        "components": [
          {
            "name": "offer",
            "type": "tuple",
            "internalType": "struct Offer",
            "components": [
              {
                "name": "retailer",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "formula",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "formulaParams",
                "type": "bytes",
                "internalType": "bytes"
              },
              {
                "name": "priceCap",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "deviation",
                "type": "tuple",
                "internalType": "struct DeviationClause",
                "components": [
                  {
                    "name": "lower",
                    "type": "uint16",
                    "internalType": "Bps"
                  },
                  {
                    "name": "upper",
                    "type": "uint16",
                    "internalType": "Bps"
                  },
                  {
                    "name": "excess",
                    "type": "uint16",
                    "internalType": "Bps"
                  },
                  {
                    "name": "shortfall",
                    "type": "uint64",
                    "internalType": "MicroPerKwh"
                  },
                  {
                    "name": "referenceBasis",
                    "type": "uint8",
                    "internalType": "enum ReferenceBasis"
                  },
                  {
                    "name": "ruleBasis",
                    "type": "uint8",
                    "internalType": "enum RuleBasis"
                  },
                  {
                    "name": "excessPayee",
                    "type": "address",
                    "internalType": "address"
                  },
                  {
                    "name": "shortfallPayee",
                    "type": "address",
                    "internalType": "address"
                  }
                ]
              },
              {
                "name": "deposit",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "serviceFee",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "exitFee",
                "type": "uint128",
                "internalType": "Micro"
              },
              {
                "name": "noticeDays",
                "type": "uint16",
                "internalType": "uint16"
              },
              {
                "name": "coolingOffDays",
                "type": "uint16",
                "internalType": "uint16"
              },
              {
                "name": "termPeriods",
                "type": "uint16",
                "internalType": "uint16"
              },
              {
                "name": "customerClass",
                "type": "uint8",
                "internalType": "enum CustomerClass"
              },
              {
                "name": "region",
                "type": "uint32",
                "internalType": "uint32"
              },
              {
                "name": "voltageClass",
                "type": "uint8",
                "internalType": "uint8"
              },
              {
                "name": "green",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "model",
                "type": "uint8",
                "internalType": "enum SettlementModel"
              },
              {
                "name": "validFrom",
                "type": "uint40",
                "internalType": "uint40"
              },
              {
                "name": "validUntil",
                "type": "uint40",
                "internalType": "uint40"
              },
              {
                "name": "capacity",
                "type": "uint64",
                "internalType": "Wh"
              }
            ]
          },
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "period",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "offer",
        "type": "tuple",
        "internalType": "struct Offer",
        "components": [
          {
            "name": "retailer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formula",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formulaParams",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "priceCap",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "deposit",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "serviceFee",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "exitFee",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "noticeDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "coolingOffDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "termPeriods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "green",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "validFrom",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "validUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      },
      {
        "name": "terms",
        "type": "tuple",
        "internalType": "struct Terms",
        "components": [
          {
            "name": "consumer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "offerId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "meterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "contracted",
            "type": "uint64[12]",
            "internalType": "Wh[12]"
          },
          {
            "name": "replaces",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "switchTo",
    "inputs": [
      {
        "name": "old",
        "type": "tuple",
        "internalType": "struct IAgreementBook.Replaced",
        "components": [
          {
            "name": "offer",
            "type": "tuple",
            "internalType": "struct Offer",
            "components": [
              {
                "name": "retailer",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "formula",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "formulaParams",
                "type": "bytes",
                "internalType": "bytes"
              },
              {
                "name": "priceCap",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "deviation",
                "type": "tuple",
                "internalType": "struct DeviationClause",
                "components": [
                  {
                    "name": "lower",
                    "type": "uint16",
                    "internalType": "Bps"
                  },
                  {
                    "name": "upper",
                    "type": "uint16",
                    "internalType": "Bps"
                  },
                  {
                    "name": "excess",
                    "type": "uint16",
                    "internalType": "Bps"
                  },
                  {
                    "name": "shortfall",
                    "type": "uint64",
                    "internalType": "MicroPerKwh"
                  },
                  {
                    "name": "referenceBasis",
                    "type": "uint8",
                    "internalType": "enum ReferenceBasis"
                  },
                  {
                    "name": "ruleBasis",
                    "type": "uint8",
                    "internalType": "enum RuleBasis"
                  },
                  {
                    "name": "excessPayee",
                    "type": "address",
                    "internalType": "address"
                  },
                  {
                    "name": "shortfallPayee",
                    "type": "address",
                    "internalType": "address"
                  }
                ]
              },
              {
                "name": "deposit",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "serviceFee",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "exitFee",
                "type": "uint128",
                "internalType": "Micro"
              },
              {
                "name": "noticeDays",
                "type": "uint16",
                "internalType": "uint16"
              },
              {
                "name": "coolingOffDays",
                "type": "uint16",
                "internalType": "uint16"
              },
              {
                "name": "termPeriods",
                "type": "uint16",
                "internalType": "uint16"
              },
              {
                "name": "customerClass",
                "type": "uint8",
                "internalType": "enum CustomerClass"
              },
              {
                "name": "region",
                "type": "uint32",
                "internalType": "uint32"
              },
              {
                "name": "voltageClass",
                "type": "uint8",
                "internalType": "uint8"
              },
              {
                "name": "green",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "model",
                "type": "uint8",
                "internalType": "enum SettlementModel"
              },
              {
                "name": "validFrom",
                "type": "uint40",
                "internalType": "uint40"
              },
              {
                "name": "validUntil",
                "type": "uint40",
                "internalType": "uint40"
              },
              {
                "name": "capacity",
                "type": "uint64",
                "internalType": "Wh"
              }
            ]
          },
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "period",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "offer",
        "type": "tuple",
        "internalType": "struct Offer",
        "components": [
          {
            "name": "retailer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formula",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formulaParams",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "priceCap",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "deposit",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "serviceFee",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "exitFee",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "noticeDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "coolingOffDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "termPeriods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "green",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "validFrom",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "validUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      },
      {
        "name": "terms",
        "type": "tuple",
        "internalType": "struct Terms",
        "components": [
          {
            "name": "consumer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "offerId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "meterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "contracted",
            "type": "uint64[12]",
            "internalType": "Wh[12]"
          },
          {
            "name": "replaces",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "event",
    "name": "AgreementCancelled",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "depositReturned",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      },
      {
        "name": "restored",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "AgreementCut",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "endsAt",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "exitFee",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      },
      {
        "name": "successor",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "AgreementEnded",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "endedAt",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "depositReturned",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "AgreementMarked",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "AgreementSigned",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "consumer",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "retailer",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "terms",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct Terms",
        "components": [
          {
            "name": "consumer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "offerId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "meterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "contracted",
            "type": "uint64[12]",
            "internalType": "Wh[12]"
          },
          {
            "name": "replaces",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "termPeriods",
        "type": "uint16",
        "indexed": false,
        "internalType": "uint16"
      },
      {
        "name": "deposit",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "AuthorityUpdated",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "DepositDrawn",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "drawn",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      },
      {
        "name": "left",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "ModuleSet",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "indexed": false,
        "internalType": "bool"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AccessManagedInvalidAuthority",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedRequiredDelay",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "delay",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedUnauthorized",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AgreementEnding",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "endsAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "AgreementEndsSooner",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "endsAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "AgreementIsEnded",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AgreementUnknown",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "BillAboveAverage",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "bill",
        "type": "uint128",
        "internalType": "Micro"
      },
      {
        "name": "limit",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "ContractedTooMuch",
    "inputs": [
      {
        "name": "month",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "contracted",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "possible",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "EndTooEarly",
    "inputs": [
      {
        "name": "instant",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "earliest",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExitFeeMismatch",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "expected",
        "type": "bool",
        "internalType": "bool"
      }
    ]
  },
  {
    "type": "error",
    "name": "IntentExpired",
    "inputs": [
      {
        "name": "expiry",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "MeterAlreadySupplied",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotMeterHolder",
    "inputs": [
      {
        "name": "consumer",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "holder",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotModule",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotSupplying",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "supplying",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "NoticeTooShort",
    "inputs": [
      {
        "name": "instant",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "earliest",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "OfferExpired",
    "inputs": [
      {
        "name": "validUntil",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "OfferMismatch",
    "inputs": [
      {
        "name": "signed",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "given",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "OfferNotYetValid",
    "inputs": [
      {
        "name": "validFrom",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "OfferOutOfReach",
    "inputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "PeriodEndMismatch",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "expected",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "given",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "PeriodNotNext",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "expected",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "given",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "PeriodUnknown",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SignatureInvalid",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "StartInFuture",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "now_",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "StartInPast",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "now_",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SurplusMismatch",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "surplus",
        "type": "bool",
        "internalType": "bool"
      }
    ]
  }
] as const

export const autopilotAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "credits",
        "type": "address",
        "internalType": "contract IEnergyCredits"
      },
      {
        "name": "market",
        "type": "address",
        "internalType": "contract ISurplusMarket"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "CREDITS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IEnergyCredits"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "MARKET",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ISurplusMarket"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "eip712Domain",
    "inputs": [],
    "outputs": [
      {
        "name": "fields",
        "type": "bytes1",
        "internalType": "bytes1"
      },
      {
        "name": "name",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "version",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "chainId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "verifyingContract",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "salt",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "extensions",
        "type": "uint256[]",
        "internalType": "uint256[]"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "give",
    "inputs": [
      {
        "name": "i",
        "type": "tuple",
        "internalType": "struct StandingInstruction",
        "components": [
          {
            "name": "account",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "first",
            "type": "uint8",
            "internalType": "enum InstructedUse"
          },
          {
            "name": "reserve",
            "type": "uint24",
            "internalType": "Tick"
          },
          {
            "name": "storageId",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "efficiency",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "rest",
            "type": "uint8",
            "internalType": "enum Leftover"
          },
          {
            "name": "feedIn",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "from",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "until",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          }
        ]
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "instructionOf",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct StandingInstruction",
        "components": [
          {
            "name": "account",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "first",
            "type": "uint8",
            "internalType": "enum InstructedUse"
          },
          {
            "name": "reserve",
            "type": "uint24",
            "internalType": "Tick"
          },
          {
            "name": "storageId",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "efficiency",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "rest",
            "type": "uint8",
            "internalType": "enum Leftover"
          },
          {
            "name": "feedIn",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "from",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "until",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isListed",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "creditId",
        "type": "uint256",
        "internalType": "CreditId"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "list",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "energy",
        "type": "uint64",
        "internalType": "Wh"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "nonces",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "nonces",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "key",
        "type": "uint192",
        "internalType": "uint192"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "returnToGrid",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ],
    "outputs": [
      {
        "name": "energy",
        "type": "uint64",
        "internalType": "Wh"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "revoke",
    "inputs": [
      {
        "name": "r",
        "type": "tuple",
        "internalType": "struct InstructionRevocation",
        "components": [
          {
            "name": "account",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "revokeOwn",
    "inputs": [
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "store",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ],
    "outputs": [
      {
        "name": "energy",
        "type": "uint64",
        "internalType": "Wh"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "event",
    "name": "EIP712DomainChanged",
    "inputs": [],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "InstructionFollowed",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "region",
        "type": "uint32",
        "indexed": true,
        "internalType": "uint32"
      },
      {
        "name": "start",
        "type": "uint40",
        "indexed": true,
        "internalType": "uint40"
      },
      {
        "name": "use",
        "type": "uint8",
        "indexed": false,
        "internalType": "enum InstructedUse"
      },
      {
        "name": "energy",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "InstructionGiven",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "region",
        "type": "uint32",
        "indexed": true,
        "internalType": "uint32"
      },
      {
        "name": "instruction",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct StandingInstruction",
        "components": [
          {
            "name": "account",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "first",
            "type": "uint8",
            "internalType": "enum InstructedUse"
          },
          {
            "name": "reserve",
            "type": "uint24",
            "internalType": "Tick"
          },
          {
            "name": "storageId",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "efficiency",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "rest",
            "type": "uint8",
            "internalType": "enum Leftover"
          },
          {
            "name": "feedIn",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "from",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "until",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          }
        ]
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "InstructionRevoked",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "region",
        "type": "uint32",
        "indexed": true,
        "internalType": "uint32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "EfficiencyTooLow",
    "inputs": [
      {
        "name": "storageId",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "least",
        "type": "uint16",
        "internalType": "Bps"
      },
      {
        "name": "efficiency",
        "type": "uint16",
        "internalType": "Bps"
      }
    ]
  },
  {
    "type": "error",
    "name": "FeedInTooLow",
    "inputs": [
      {
        "name": "least",
        "type": "uint64",
        "internalType": "MicroPerKwh"
      },
      {
        "name": "price",
        "type": "uint64",
        "internalType": "MicroPerKwh"
      }
    ]
  },
  {
    "type": "error",
    "name": "InstructionInvalid",
    "inputs": []
  },
  {
    "type": "error",
    "name": "InstructionNotYet",
    "inputs": [
      {
        "name": "from",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "InstructionOver",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "until",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "InstructionUnknown",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "IntentExpired",
    "inputs": [
      {
        "name": "expiry",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "InvalidAccountNonce",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "currentNonce",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "InvalidShortString",
    "inputs": []
  },
  {
    "type": "error",
    "name": "PeriodAlreadyListed",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "creditId",
        "type": "uint256",
        "internalType": "CreditId"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionLocked",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "lockAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionOutOfReach",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "subject",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "SignatureInvalid",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "StorageUnknown",
    "inputs": [
      {
        "name": "storageId",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "StringTooLong",
    "inputs": [
      {
        "name": "str",
        "type": "string",
        "internalType": "string"
      }
    ]
  },
  {
    "type": "error",
    "name": "UseNotInstructed",
    "inputs": [
      {
        "name": "use",
        "type": "uint8",
        "internalType": "enum InstructedUse"
      }
    ]
  }
] as const

export const billPreviewAbi = [
  {
    "type": "function",
    "name": "preview",
    "inputs": [
      {
        "name": "table",
        "type": "tuple",
        "internalType": "struct TariffTable",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "end",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "agencyPrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "cataloguePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexSeries",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "government",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "subsidyPool",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "components",
            "type": "tuple[]",
            "internalType": "struct Component[]",
            "components": [
              {
                "name": "kind",
                "type": "uint8",
                "internalType": "enum LineKind"
              },
              {
                "name": "prices",
                "type": "uint32[5]",
                "internalType": "uint32[5]"
              }
            ]
          }
        ]
      },
      {
        "name": "offer",
        "type": "tuple",
        "internalType": "struct Offer",
        "components": [
          {
            "name": "retailer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formula",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formulaParams",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "priceCap",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "deposit",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "serviceFee",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "exitFee",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "noticeDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "coolingOffDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "termPeriods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "green",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "validFrom",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "validUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      },
      {
        "name": "contracted",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "taken",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "usage",
        "type": "tuple",
        "internalType": "struct Determinants",
        "components": [
          {
            "name": "registers",
            "type": "uint64[5]",
            "internalType": "Wh[5]"
          },
          {
            "name": "maxDemand",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "referencePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexCost",
            "type": "int256",
            "internalType": "SignedNano"
          },
          {
            "name": "elapsed",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "whole",
            "type": "uint32",
            "internalType": "uint32"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256[]",
        "internalType": "BillLine[]"
      },
      {
        "name": "",
        "type": "uint128",
        "internalType": "Micro"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "error",
    "name": "LineOverflow",
    "inputs": [
      {
        "name": "kind",
        "type": "uint8",
        "internalType": "enum LineKind"
      },
      {
        "name": "amount",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "SafeCastOverflowedUintDowncast",
    "inputs": [
      {
        "name": "bits",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  }
] as const

export const circuitBreakerAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "MAX_PAUSE",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "uint40",
        "internalType": "uint40"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "authority",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "address"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "book",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IFreezable"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "countOutflow",
    "inputs": [
      {
        "name": "amount",
        "type": "uint128",
        "internalType": "Micro"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "freeze",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "until",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "reason",
        "type": "string",
        "internalType": "string"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "frozenUntil",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint40",
        "internalType": "uint40"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isConsumingScheduledOp",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "pause",
    "inputs": [
      {
        "name": "activity",
        "type": "uint8",
        "internalType": "enum Activity"
      },
      {
        "name": "until",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "reason",
        "type": "string",
        "internalType": "string"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "pausedUntil",
    "inputs": [
      {
        "name": "activity",
        "type": "uint8",
        "internalType": "enum Activity"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint40",
        "internalType": "uint40"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "requireRunning",
    "inputs": [
      {
        "name": "activity",
        "type": "uint8",
        "internalType": "enum Activity"
      }
    ],
    "outputs": [],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "requireThawed",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "resume",
    "inputs": [
      {
        "name": "activity",
        "type": "uint8",
        "internalType": "enum Activity"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "rules",
    "inputs": [],
    "outputs": [
      {
        "name": "billFactor",
        "type": "uint16",
        "internalType": "uint16"
      },
      {
        "name": "freezeSeconds",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "outflowWindow",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "outflowLimit",
        "type": "uint128",
        "internalType": "Micro"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "setAuthority",
    "inputs": [
      {
        "name": "newAuthority",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setBook",
    "inputs": [
      {
        "name": "newBook",
        "type": "address",
        "internalType": "contract IFreezable"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setRules",
    "inputs": [
      {
        "name": "newRules",
        "type": "tuple",
        "internalType": "struct ICircuitBreaker.Rules",
        "components": [
          {
            "name": "billFactor",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "freezeSeconds",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "outflowWindow",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "outflowLimit",
            "type": "uint128",
            "internalType": "Micro"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "thaw",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "trip",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "refusal",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "event",
    "name": "ActivityPausedUntil",
    "inputs": [
      {
        "name": "activity",
        "type": "uint8",
        "indexed": true,
        "internalType": "enum Activity"
      },
      {
        "name": "until",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "reason",
        "type": "string",
        "indexed": false,
        "internalType": "string"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "ActivityResumed",
    "inputs": [
      {
        "name": "activity",
        "type": "uint8",
        "indexed": true,
        "internalType": "enum Activity"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "AgreementFrozenUntil",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "until",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "reason",
        "type": "string",
        "indexed": false,
        "internalType": "string"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "AgreementThawed",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "AuthorityUpdated",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "ModuleSet",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "indexed": false,
        "internalType": "bool"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "RulesSet",
    "inputs": [
      {
        "name": "rules",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct ICircuitBreaker.Rules",
        "components": [
          {
            "name": "billFactor",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "freezeSeconds",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "outflowWindow",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "outflowLimit",
            "type": "uint128",
            "internalType": "Micro"
          }
        ]
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Tripped",
    "inputs": [
      {
        "name": "rule",
        "type": "uint8",
        "indexed": true,
        "internalType": "enum Rule"
      },
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "value",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "limit",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "until",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AccessManagedInvalidAuthority",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedRequiredDelay",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "delay",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedUnauthorized",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ActivityPaused",
    "inputs": [
      {
        "name": "activity",
        "type": "uint8",
        "internalType": "enum Activity"
      },
      {
        "name": "until",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "AgreementFrozen",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "until",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "BookAlreadySet",
    "inputs": [
      {
        "name": "book",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotModule",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "PauseTooLong",
    "inputs": [
      {
        "name": "until",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "latest",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SafeCastOverflowedUintDowncast",
    "inputs": [
      {
        "name": "bits",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  }
] as const

export const contractYearsAbi = [
  {
    "type": "function",
    "name": "AGREEMENTS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IAgreementBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "addToYear",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "to",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "month",
        "type": "tuple",
        "internalType": "struct YearTotals",
        "components": [
          {
            "name": "contracted",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "used",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "charged",
            "type": "uint128",
            "internalType": "uint128"
          }
        ]
      },
      {
        "name": "rule",
        "type": "uint256",
        "internalType": "BillRule"
      },
      {
        "name": "prices",
        "type": "uint256",
        "internalType": "BillPrices"
      }
    ],
    "outputs": [
      {
        "name": "closing",
        "type": "uint256",
        "internalType": "BillLine"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "authority",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "address"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "correct",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "facts",
        "type": "uint256",
        "internalType": "MeterFacts"
      },
      {
        "name": "last",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "estimated",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "measured",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "intervalRoot",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "isConsumingScheduledOp",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "open",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "index",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "basis",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "openBill",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "index",
        "type": "uint8",
        "internalType": "uint8"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "revise",
    "inputs": [
      {
        "name": "table",
        "type": "tuple",
        "internalType": "struct TariffTable",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "end",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "agencyPrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "cataloguePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexSeries",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "government",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "subsidyPool",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "components",
            "type": "tuple[]",
            "internalType": "struct Component[]",
            "components": [
              {
                "name": "kind",
                "type": "uint8",
                "internalType": "enum LineKind"
              },
              {
                "name": "prices",
                "type": "uint32[5]",
                "internalType": "uint32[5]"
              }
            ]
          }
        ]
      },
      {
        "name": "offer",
        "type": "tuple",
        "internalType": "struct Offer",
        "components": [
          {
            "name": "retailer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formula",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formulaParams",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "priceCap",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "deposit",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "serviceFee",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "exitFee",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "noticeDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "coolingOffDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "termPeriods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "green",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "validFrom",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "validUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      },
      {
        "name": "item",
        "type": "tuple",
        "internalType": "struct IRevisions.RevisionItem",
        "components": [
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "index",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "facts",
            "type": "uint256",
            "internalType": "MeterFacts"
          },
          {
            "name": "last",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "old",
            "type": "tuple",
            "internalType": "struct IRevisions.OpenBill",
            "components": [
              {
                "name": "opening",
                "type": "tuple",
                "internalType": "struct ReadWords",
                "components": [
                  {
                    "name": "dials",
                    "type": "uint256",
                    "internalType": "Dials"
                  },
                  {
                    "name": "rest",
                    "type": "uint256",
                    "internalType": "DialsAndTime"
                  }
                ]
              },
              {
                "name": "closing",
                "type": "tuple",
                "internalType": "struct ReadWords",
                "components": [
                  {
                    "name": "dials",
                    "type": "uint256",
                    "internalType": "Dials"
                  },
                  {
                    "name": "rest",
                    "type": "uint256",
                    "internalType": "DialsAndTime"
                  }
                ]
              },
              {
                "name": "exit",
                "type": "bool",
                "internalType": "bool"
              },
              {
                "name": "indexCost",
                "type": "int256",
                "internalType": "SignedNano"
              }
            ]
          },
          {
            "name": "opening",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "closing",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "yearTable",
            "type": "tuple[]",
            "internalType": "struct TariffTable[]",
            "components": [
              {
                "name": "region",
                "type": "uint32",
                "internalType": "uint32"
              },
              {
                "name": "voltageClass",
                "type": "uint8",
                "internalType": "uint8"
              },
              {
                "name": "start",
                "type": "uint40",
                "internalType": "uint40"
              },
              {
                "name": "end",
                "type": "uint40",
                "internalType": "uint40"
              },
              {
                "name": "agencyPrice",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "cataloguePrice",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "index",
                "type": "int64",
                "internalType": "SignedMicroPerKwh"
              },
              {
                "name": "indexSeries",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "grid",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "government",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "subsidyPool",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "components",
                "type": "tuple[]",
                "internalType": "struct Component[]",
                "components": [
                  {
                    "name": "kind",
                    "type": "uint8",
                    "internalType": "enum LineKind"
                  },
                  {
                    "name": "prices",
                    "type": "uint32[5]",
                    "internalType": "uint32[5]"
                  }
                ]
              }
            ]
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setAuthority",
    "inputs": [
      {
        "name": "newAuthority",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "trueRead",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "yearOf",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "year",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "contracted",
        "type": "uint64",
        "internalType": "uint64"
      },
      {
        "name": "used",
        "type": "uint64",
        "internalType": "uint64"
      },
      {
        "name": "charged",
        "type": "uint88",
        "internalType": "uint88"
      },
      {
        "name": "closedAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "event",
    "name": "AuthorityUpdated",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "BillRevised",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "usedFour",
        "type": "uint256",
        "indexed": false,
        "internalType": "UsedFour"
      },
      {
        "name": "usedRest",
        "type": "uint256",
        "indexed": false,
        "internalType": "UsedRest"
      },
      {
        "name": "reversed",
        "type": "uint256[]",
        "indexed": false,
        "internalType": "BillLine[]"
      },
      {
        "name": "lines",
        "type": "uint256[]",
        "indexed": false,
        "internalType": "BillLine[]"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "ModuleSet",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "indexed": false,
        "internalType": "bool"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "ReadCorrected",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "estimated",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "measured",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "intervalRoot",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "TrueUpRevised",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "closedAt",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "reversed",
        "type": "uint256",
        "indexed": false,
        "internalType": "BillLine"
      },
      {
        "name": "line",
        "type": "uint256",
        "indexed": false,
        "internalType": "BillLine"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AccessManagedInvalidAuthority",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedRequiredDelay",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "delay",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedUnauthorized",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "BillNotOpen",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "index",
        "type": "uint8",
        "internalType": "uint8"
      }
    ]
  },
  {
    "type": "error",
    "name": "LineOverflow",
    "inputs": [
      {
        "name": "kind",
        "type": "uint8",
        "internalType": "enum LineKind"
      },
      {
        "name": "amount",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotModule",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NothingToRevise",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "index",
        "type": "uint8",
        "internalType": "uint8"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadAlreadyCorrected",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadNotEstimated",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadNotMeasured",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadNotTrue",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SafeCastOverflowedUintDowncast",
    "inputs": [
      {
        "name": "bits",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "YearTableMissing",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "closedAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  }
] as const

export const demandFormulaAbi = [
  {
    "type": "function",
    "name": "check",
    "inputs": [
      {
        "name": "params",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "pure"
  },
  {
    "type": "function",
    "name": "cost",
    "inputs": [
      {
        "name": "params",
        "type": "bytes",
        "internalType": "bytes"
      },
      {
        "name": "usage",
        "type": "tuple",
        "internalType": "struct Determinants",
        "components": [
          {
            "name": "registers",
            "type": "uint64[5]",
            "internalType": "Wh[5]"
          },
          {
            "name": "maxDemand",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "referencePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexCost",
            "type": "int256",
            "internalType": "SignedNano"
          },
          {
            "name": "elapsed",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "whole",
            "type": "uint32",
            "internalType": "uint32"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "Nano"
      }
    ],
    "stateMutability": "pure"
  },
  {
    "type": "error",
    "name": "FormulaParamsInvalid",
    "inputs": []
  },
  {
    "type": "error",
    "name": "IndexCostMissing",
    "inputs": []
  }
] as const

export const erc7913P256VerifierAbi = [
  {
    "type": "function",
    "name": "verify",
    "inputs": [
      {
        "name": "key",
        "type": "bytes",
        "internalType": "bytes"
      },
      {
        "name": "hash",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ],
    "stateMutability": "view"
  }
] as const

export const energyCreditsAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "members",
        "type": "address",
        "internalType": "contract IMemberRegistry"
      },
      {
        "name": "tariffs",
        "type": "address",
        "internalType": "contract ITariffBook"
      },
      {
        "name": "escrow",
        "type": "address",
        "internalType": "contract IEscrow"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "ESCROW",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IEscrow"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "MEMBERS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IMemberRegistry"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "TARIFFS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ITariffBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "allowance",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "id",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "approve",
    "inputs": [
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "id",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "amount",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "authority",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "address"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "balanceOf",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "id",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "closeStorage",
    "inputs": [
      {
        "name": "storageId",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "eip712Domain",
    "inputs": [],
    "outputs": [
      {
        "name": "fields",
        "type": "bytes1",
        "internalType": "bytes1"
      },
      {
        "name": "name",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "version",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "chainId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "verifyingContract",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "salt",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "extensions",
        "type": "uint256[]",
        "internalType": "uint256[]"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "fatesOf",
    "inputs": [
      {
        "name": "creditId",
        "type": "uint256",
        "internalType": "CreditId"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct Fates",
        "components": [
          {
            "name": "minted",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "sold",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "stored",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "returned",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "redeemed",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "used",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "feedInOf",
    "inputs": [
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ],
    "outputs": [
      {
        "name": "payer",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "price",
        "type": "uint64",
        "internalType": "MicroPerKwh"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "grant",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "energy",
        "type": "uint64",
        "internalType": "Wh"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "isConsumingScheduledOp",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isOperator",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "mint",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "energy",
        "type": "uint64",
        "internalType": "Wh"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "nonces",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "nonces",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "key",
        "type": "uint192",
        "internalType": "uint192"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "offerStorage",
    "inputs": [
      {
        "name": "terms",
        "type": "tuple",
        "internalType": "struct StorageTerms",
        "components": [
          {
            "name": "efficiency",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "lifetime",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "storageId",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "publishFeedIn",
    "inputs": [
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "feedIn",
        "type": "tuple",
        "internalType": "struct FeedIn",
        "components": [
          {
            "name": "payer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "price",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "redeem",
    "inputs": [
      {
        "name": "v",
        "type": "tuple",
        "internalType": "struct Voucher",
        "components": [
          {
            "name": "account",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "creditId",
            "type": "uint256",
            "internalType": "CreditId"
          },
          {
            "name": "most",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "station",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "energy",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "returnToGrid",
    "inputs": [
      {
        "name": "r",
        "type": "tuple",
        "internalType": "struct Returning",
        "components": [
          {
            "name": "account",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "creditId",
            "type": "uint256",
            "internalType": "CreditId"
          },
          {
            "name": "energy",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "sell",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "creditId",
        "type": "uint256",
        "internalType": "CreditId"
      },
      {
        "name": "energy",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "sold",
        "type": "uint64",
        "internalType": "Wh"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setAuthority",
    "inputs": [
      {
        "name": "newAuthority",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setOperator",
    "inputs": [
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "approved",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "storageOf",
    "inputs": [
      {
        "name": "storageId",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct StorageTerms",
        "components": [
          {
            "name": "efficiency",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "lifetime",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      },
      {
        "name": "",
        "type": "uint64",
        "internalType": "Wh"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "store",
    "inputs": [
      {
        "name": "s",
        "type": "tuple",
        "internalType": "struct Storing",
        "components": [
          {
            "name": "account",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "creditId",
            "type": "uint256",
            "internalType": "CreditId"
          },
          {
            "name": "storageId",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "energy",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [
      {
        "name": "storedId",
        "type": "uint256",
        "internalType": "CreditId"
      },
      {
        "name": "stored",
        "type": "uint64",
        "internalType": "Wh"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "supportsInterface",
    "inputs": [
      {
        "name": "interfaceId",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "take",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "creditId",
        "type": "uint256",
        "internalType": "CreditId"
      },
      {
        "name": "energy",
        "type": "uint64",
        "internalType": "Wh"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "transfer",
    "inputs": [
      {
        "name": "receiver",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "id",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "amount",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "transferFrom",
    "inputs": [
      {
        "name": "sender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "receiver",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "id",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "amount",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "use",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "creditId",
        "type": "uint256",
        "internalType": "CreditId"
      },
      {
        "name": "most",
        "type": "uint64",
        "internalType": "Wh"
      }
    ],
    "outputs": [
      {
        "name": "used",
        "type": "uint64",
        "internalType": "Wh"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "event",
    "name": "Approval",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "spender",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "id",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "amount",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "AuthorityUpdated",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "CreditsMinted",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "creditId",
        "type": "uint256",
        "indexed": true,
        "internalType": "CreditId"
      },
      {
        "name": "energy",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "CreditsSold",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "creditId",
        "type": "uint256",
        "indexed": true,
        "internalType": "CreditId"
      },
      {
        "name": "sold",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      },
      {
        "name": "unsold",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "CreditsUsed",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "creditId",
        "type": "uint256",
        "indexed": true,
        "internalType": "CreditId"
      },
      {
        "name": "energy",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "EIP712DomainChanged",
    "inputs": [],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "EnergyRedeemed",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "creditId",
        "type": "uint256",
        "indexed": true,
        "internalType": "CreditId"
      },
      {
        "name": "station",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "energy",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "EnergyReturned",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "creditId",
        "type": "uint256",
        "indexed": true,
        "internalType": "CreditId"
      },
      {
        "name": "energy",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      },
      {
        "name": "price",
        "type": "uint64",
        "indexed": false,
        "internalType": "MicroPerKwh"
      },
      {
        "name": "payer",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      },
      {
        "name": "owed",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "EnergyStored",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "creditId",
        "type": "uint256",
        "indexed": true,
        "internalType": "CreditId"
      },
      {
        "name": "storageId",
        "type": "uint32",
        "indexed": true,
        "internalType": "uint32"
      },
      {
        "name": "energy",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      },
      {
        "name": "storedId",
        "type": "uint256",
        "indexed": false,
        "internalType": "CreditId"
      },
      {
        "name": "stored",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "FeedInPublished",
    "inputs": [
      {
        "name": "region",
        "type": "uint32",
        "indexed": true,
        "internalType": "uint32"
      },
      {
        "name": "start",
        "type": "uint40",
        "indexed": true,
        "internalType": "uint40"
      },
      {
        "name": "payer",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      },
      {
        "name": "price",
        "type": "uint64",
        "indexed": false,
        "internalType": "MicroPerKwh"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "ModuleSet",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "indexed": false,
        "internalType": "bool"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "OperatorSet",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "spender",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "approved",
        "type": "bool",
        "indexed": false,
        "internalType": "bool"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "StorageClosed",
    "inputs": [
      {
        "name": "storageId",
        "type": "uint32",
        "indexed": true,
        "internalType": "uint32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "StorageOffered",
    "inputs": [
      {
        "name": "storageId",
        "type": "uint32",
        "indexed": true,
        "internalType": "uint32"
      },
      {
        "name": "operator",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "terms",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct StorageTerms",
        "components": [
          {
            "name": "efficiency",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "lifetime",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Transfer",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      },
      {
        "name": "sender",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "receiver",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "id",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "amount",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AccessManagedInvalidAuthority",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedRequiredDelay",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "delay",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedUnauthorized",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "CreditKindWrong",
    "inputs": [
      {
        "name": "creditId",
        "type": "uint256",
        "internalType": "CreditId"
      }
    ]
  },
  {
    "type": "error",
    "name": "CreditTargetInvalid",
    "inputs": [
      {
        "name": "to",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "CreditsShort",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "creditId",
        "type": "uint256",
        "internalType": "CreditId"
      },
      {
        "name": "needed",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "held",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC6909InsufficientAllowance",
    "inputs": [
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "allowance",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "id",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC6909InsufficientBalance",
    "inputs": [
      {
        "name": "sender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "balance",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "id",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC6909InvalidApprover",
    "inputs": [
      {
        "name": "approver",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC6909InvalidReceiver",
    "inputs": [
      {
        "name": "receiver",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC6909InvalidSender",
    "inputs": [
      {
        "name": "sender",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC6909InvalidSpender",
    "inputs": [
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "EfficiencyInvalid",
    "inputs": [
      {
        "name": "efficiency",
        "type": "uint16",
        "internalType": "Bps"
      }
    ]
  },
  {
    "type": "error",
    "name": "EnergyZero",
    "inputs": []
  },
  {
    "type": "error",
    "name": "FeedInAlreadyPublished",
    "inputs": [
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "FeedInUnknown",
    "inputs": [
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "IntentExpired",
    "inputs": [
      {
        "name": "expiry",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "InvalidAccountNonce",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "currentNonce",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "InvalidShortString",
    "inputs": []
  },
  {
    "type": "error",
    "name": "NotModule",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotStorageOperator",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "PeriodUnknown",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SignatureInvalid",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "StorageFull",
    "inputs": [
      {
        "name": "storageId",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "left",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "StorageUnknown",
    "inputs": [
      {
        "name": "storageId",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "StoredExpired",
    "inputs": [
      {
        "name": "creditId",
        "type": "uint256",
        "internalType": "CreditId"
      },
      {
        "name": "expiry",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "StringTooLong",
    "inputs": [
      {
        "name": "str",
        "type": "string",
        "internalType": "string"
      }
    ]
  },
  {
    "type": "error",
    "name": "VoucherAboveMost",
    "inputs": [
      {
        "name": "most",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "asked",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "VoucherForAnother",
    "inputs": [
      {
        "name": "station",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  }
] as const

export const escrowAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "token",
        "type": "address",
        "internalType": "contract IERC20"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "TOKEN",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IERC20"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "accountOf",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct IEscrow.Account",
        "components": [
          {
            "name": "free",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "locked",
            "type": "uint128",
            "internalType": "Micro"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "authority",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "address"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "collect",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint128",
        "internalType": "Micro"
      }
    ],
    "outputs": [
      {
        "name": "short",
        "type": "uint128",
        "internalType": "Micro"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "credit",
    "inputs": [
      {
        "name": "payees",
        "type": "address[6]",
        "internalType": "address[6]"
      },
      {
        "name": "amounts",
        "type": "uint128[6]",
        "internalType": "Micro[6]"
      }
    ],
    "outputs": [
      {
        "name": "credited",
        "type": "uint128",
        "internalType": "Micro"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "debit",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint128",
        "internalType": "Micro"
      }
    ],
    "outputs": [
      {
        "name": "short",
        "type": "uint128",
        "internalType": "Micro"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "debitLocked",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint128",
        "internalType": "Micro"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "debtsOf",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "open",
        "type": "tuple[]",
        "internalType": "struct IEscrow.Debt[]",
        "components": [
          {
            "name": "creditor",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "amount",
            "type": "uint96",
            "internalType": "uint96"
          },
          {
            "name": "cause",
            "type": "bytes32",
            "internalType": "bytes32"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "deposit",
    "inputs": [
      {
        "name": "amount",
        "type": "uint128",
        "internalType": "uint128"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "depositWithPermit",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint128",
        "internalType": "uint128"
      },
      {
        "name": "deadline",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "v",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "r",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "s",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "eip712Domain",
    "inputs": [],
    "outputs": [
      {
        "name": "fields",
        "type": "bytes1",
        "internalType": "bytes1"
      },
      {
        "name": "name",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "version",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "chainId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "verifyingContract",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "salt",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "extensions",
        "type": "uint256[]",
        "internalType": "uint256[]"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isConsumingScheduledOp",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "lock",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint128",
        "internalType": "Micro"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "nonces",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "nonces",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "key",
        "type": "uint192",
        "internalType": "uint192"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "owe",
    "inputs": [
      {
        "name": "debtor",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "creditor",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint128",
        "internalType": "Micro"
      },
      {
        "name": "cause",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "payDebts",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "most",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "refund",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint128",
        "internalType": "Micro"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setAuthority",
    "inputs": [
      {
        "name": "newAuthority",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "unlock",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint128",
        "internalType": "Micro"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "withdraw",
    "inputs": [
      {
        "name": "to",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint128",
        "internalType": "uint128"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "withdrawSigned",
    "inputs": [
      {
        "name": "w",
        "type": "tuple",
        "internalType": "struct IEscrow.Withdrawal",
        "components": [
          {
            "name": "account",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "to",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "amount",
            "type": "uint128",
            "internalType": "uint128"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "event",
    "name": "AuthorityUpdated",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Collected",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Credited",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "DebitedLocked",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "DebitedShort",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "wanted",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      },
      {
        "name": "taken",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "DebtPaid",
    "inputs": [
      {
        "name": "debtor",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "creditor",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "cause",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "amount",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Deposited",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "EIP712DomainChanged",
    "inputs": [],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Locked",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "ModuleSet",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "indexed": false,
        "internalType": "bool"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Owed",
    "inputs": [
      {
        "name": "debtor",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "creditor",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "cause",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "amount",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Refunded",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Unlocked",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Withdrawn",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "to",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AccessManagedInvalidAuthority",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedRequiredDelay",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "delay",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedUnauthorized",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AmountZero",
    "inputs": []
  },
  {
    "type": "error",
    "name": "CreditsDiffer",
    "inputs": [
      {
        "name": "debited",
        "type": "uint128",
        "internalType": "Micro"
      },
      {
        "name": "credited",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "InsufficientFree",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "needed",
        "type": "uint128",
        "internalType": "Micro"
      },
      {
        "name": "free",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "InsufficientLocked",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "needed",
        "type": "uint128",
        "internalType": "Micro"
      },
      {
        "name": "locked",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "IntentExpired",
    "inputs": [
      {
        "name": "expiry",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "InvalidAccountNonce",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "currentNonce",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "InvalidShortString",
    "inputs": []
  },
  {
    "type": "error",
    "name": "NotModule",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReentrancyGuardReentrantCall",
    "inputs": []
  },
  {
    "type": "error",
    "name": "SafeCastOverflowedUintDowncast",
    "inputs": [
      {
        "name": "bits",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "SafeERC20FailedOperation",
    "inputs": [
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "SignatureInvalid",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "StringTooLong",
    "inputs": [
      {
        "name": "str",
        "type": "string",
        "internalType": "string"
      }
    ]
  },
  {
    "type": "error",
    "name": "WithdrawalTargetInvalid",
    "inputs": [
      {
        "name": "to",
        "type": "address",
        "internalType": "address"
      }
    ]
  }
] as const

export const flatFormulaAbi = [
  {
    "type": "function",
    "name": "check",
    "inputs": [
      {
        "name": "params",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "pure"
  },
  {
    "type": "function",
    "name": "cost",
    "inputs": [
      {
        "name": "params",
        "type": "bytes",
        "internalType": "bytes"
      },
      {
        "name": "usage",
        "type": "tuple",
        "internalType": "struct Determinants",
        "components": [
          {
            "name": "registers",
            "type": "uint64[5]",
            "internalType": "Wh[5]"
          },
          {
            "name": "maxDemand",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "referencePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexCost",
            "type": "int256",
            "internalType": "SignedNano"
          },
          {
            "name": "elapsed",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "whole",
            "type": "uint32",
            "internalType": "uint32"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "Nano"
      }
    ],
    "stateMutability": "pure"
  },
  {
    "type": "error",
    "name": "FormulaParamsInvalid",
    "inputs": []
  },
  {
    "type": "error",
    "name": "IndexCostMissing",
    "inputs": []
  }
] as const

export const formerMetersAbi = [
  {
    "type": "function",
    "name": "changeHolder",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "holder",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "correct",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "facts",
        "type": "uint256",
        "internalType": "MeterFacts"
      },
      {
        "name": "last",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "estimated",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "measured",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "intervalRoot",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "exchange",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "facts",
        "type": "uint256",
        "internalType": "MeterFacts"
      },
      {
        "name": "last",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "closing",
        "type": "tuple",
        "internalType": "struct ClosingRead",
        "components": [
          {
            "name": "read",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "intervalRoot",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "signature",
            "type": "bytes",
            "internalType": "bytes"
          }
        ]
      },
      {
        "name": "next",
        "type": "tuple",
        "internalType": "struct NextMeter",
        "components": [
          {
            "name": "digits",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "multiplier",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "signer",
            "type": "bytes",
            "internalType": "bytes"
          }
        ]
      },
      {
        "name": "opening",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "isCarried",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isSignedByContract",
    "inputs": [
      {
        "name": "facts",
        "type": "uint256",
        "internalType": "MeterFacts"
      },
      {
        "name": "digest",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "record",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "facts",
        "type": "uint256",
        "internalType": "MeterFacts"
      },
      {
        "name": "last",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "next",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "intervalRoot",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [
      {
        "name": "four",
        "type": "uint256",
        "internalType": "UsedFour"
      },
      {
        "name": "fifth",
        "type": "uint256",
        "internalType": "UsedFifth"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "register",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "meter",
        "type": "tuple",
        "internalType": "struct Meter",
        "components": [
          {
            "name": "operator",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "digits",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "multiplier",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "holder",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "signer",
            "type": "bytes",
            "internalType": "bytes"
          }
        ]
      },
      {
        "name": "opening",
        "type": "tuple",
        "internalType": "struct Read",
        "components": [
          {
            "name": "meterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "time",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "sequence",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "quality",
            "type": "uint8",
            "internalType": "enum ReadQuality"
          },
          {
            "name": "importWh",
            "type": "uint64[5]",
            "internalType": "Wh[5]"
          },
          {
            "name": "exportWh",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "maxDemand",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "intervalRoot",
            "type": "bytes32",
            "internalType": "bytes32"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "requireAttested",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "from",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "to",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "indexSeries",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "indexCost",
        "type": "int256",
        "internalType": "SignedNano"
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "requireFacts",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "facts",
        "type": "uint256",
        "internalType": "MeterFacts"
      },
      {
        "name": "last",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "until",
        "type": "uint40",
        "internalType": "uint40"
      }
    ],
    "outputs": [],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "revokeSigner",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "facts",
        "type": "uint256",
        "internalType": "MeterFacts"
      },
      {
        "name": "last",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "rotateSigner",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "facts",
        "type": "uint256",
        "internalType": "MeterFacts"
      },
      {
        "name": "last",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "signer",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "stateOf",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "supplyPoint",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "point",
        "type": "tuple",
        "internalType": "struct SupplyPoint",
        "components": [
          {
            "name": "operator",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "holder",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "capacity",
            "type": "uint48",
            "internalType": "uint48"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "event",
    "name": "MeterExchanged",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "former",
        "type": "uint256",
        "indexed": false,
        "internalType": "MeterFacts"
      },
      {
        "name": "next",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct NextMeter",
        "components": [
          {
            "name": "digits",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "multiplier",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "signer",
            "type": "bytes",
            "internalType": "bytes"
          }
        ]
      },
      {
        "name": "last",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "closing",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "closingRoot",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      },
      {
        "name": "opening",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "carried",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "MeterHolderChanged",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "holder",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "MeterRegistered",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "meter",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct Meter",
        "components": [
          {
            "name": "operator",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "digits",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "multiplier",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "holder",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "signer",
            "type": "bytes",
            "internalType": "bytes"
          }
        ]
      },
      {
        "name": "opening",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct Read",
        "components": [
          {
            "name": "meterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "time",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "sequence",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "quality",
            "type": "uint8",
            "internalType": "enum ReadQuality"
          },
          {
            "name": "importWh",
            "type": "uint64[5]",
            "internalType": "Wh[5]"
          },
          {
            "name": "exportWh",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "maxDemand",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "intervalRoot",
            "type": "bytes32",
            "internalType": "bytes32"
          }
        ]
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "MeterSignerRevoked",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "MeterSignerRotated",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "signer",
        "type": "bytes",
        "indexed": false,
        "internalType": "bytes"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "ReadRecorded",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "read",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "intervalRoot",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AttestationInvalid",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExchangeKeyKept",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExchangeUnsigned",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "MeterAlreadyRegistered",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "MeterInvalid",
    "inputs": []
  },
  {
    "type": "error",
    "name": "MeterKeyRevoked",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "MeterUnknown",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotMeterOperator",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadCarried",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadFromFuture",
    "inputs": [
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "now_",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadNotLast",
    "inputs": [
      {
        "name": "stored",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "given",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadNotNewer",
    "inputs": [
      {
        "name": "last",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "given",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadOfFormerMeter",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "until",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadReplayed",
    "inputs": [
      {
        "name": "last",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "given",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadSignatureInvalid",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadWrongMeter",
    "inputs": [
      {
        "name": "expected",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "given",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  }
] as const

export const indexLinkedFormulaAbi = [
  {
    "type": "function",
    "name": "check",
    "inputs": [
      {
        "name": "params",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "pure"
  },
  {
    "type": "function",
    "name": "cost",
    "inputs": [
      {
        "name": "params",
        "type": "bytes",
        "internalType": "bytes"
      },
      {
        "name": "usage",
        "type": "tuple",
        "internalType": "struct Determinants",
        "components": [
          {
            "name": "registers",
            "type": "uint64[5]",
            "internalType": "Wh[5]"
          },
          {
            "name": "maxDemand",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "referencePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexCost",
            "type": "int256",
            "internalType": "SignedNano"
          },
          {
            "name": "elapsed",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "whole",
            "type": "uint32",
            "internalType": "uint32"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "Nano"
      }
    ],
    "stateMutability": "pure"
  },
  {
    "type": "error",
    "name": "FormulaParamsInvalid",
    "inputs": []
  },
  {
    "type": "error",
    "name": "IndexCostMissing",
    "inputs": []
  }
] as const

export const memberRegistryAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "admit",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "roles",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "authority",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "address"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "groupOf",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "hasRole",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "role",
        "type": "uint8",
        "internalType": "enum Role"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isConsumingScheduledOp",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "reinstate",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "requireRole",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "role",
        "type": "uint8",
        "internalType": "enum Role"
      }
    ],
    "outputs": [],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "setAuthority",
    "inputs": [
      {
        "name": "newAuthority",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setGroup",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "group",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "suspend",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "event",
    "name": "AuthorityUpdated",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "MemberAdmitted",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "roles",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "MemberGrouped",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "group",
        "type": "uint32",
        "indexed": true,
        "internalType": "uint32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "MemberReinstated",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "MemberSuspended",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AccessManagedInvalidAuthority",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedRequiredDelay",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "delay",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedUnauthorized",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "MemberUnknown",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotMember",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "role",
        "type": "uint8",
        "internalType": "enum Role"
      }
    ]
  },
  {
    "type": "error",
    "name": "RolesEmpty",
    "inputs": []
  },
  {
    "type": "error",
    "name": "SafeCastOverflowedUintDowncast",
    "inputs": [
      {
        "name": "bits",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  }
] as const

export const meterRegistryAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "members",
        "type": "address",
        "internalType": "contract IMemberRegistry"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "MEMBERS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IMemberRegistry"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "authority",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "address"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "changeHolder",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "holder",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "correct",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "facts",
        "type": "uint256",
        "internalType": "MeterFacts"
      },
      {
        "name": "last",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "estimated",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "measured",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "intervalRoot",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "eip712Domain",
    "inputs": [],
    "outputs": [
      {
        "name": "fields",
        "type": "bytes1",
        "internalType": "bytes1"
      },
      {
        "name": "name",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "version",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "chainId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "verifyingContract",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "salt",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "extensions",
        "type": "uint256[]",
        "internalType": "uint256[]"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "exchange",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "facts",
        "type": "uint256",
        "internalType": "MeterFacts"
      },
      {
        "name": "last",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "closing",
        "type": "tuple",
        "internalType": "struct ClosingRead",
        "components": [
          {
            "name": "read",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "intervalRoot",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "signature",
            "type": "bytes",
            "internalType": "bytes"
          }
        ]
      },
      {
        "name": "next",
        "type": "tuple",
        "internalType": "struct NextMeter",
        "components": [
          {
            "name": "digits",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "multiplier",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "signer",
            "type": "bytes",
            "internalType": "bytes"
          }
        ]
      },
      {
        "name": "opening",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "isCarried",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isConsumingScheduledOp",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isSignedByContract",
    "inputs": [
      {
        "name": "facts",
        "type": "uint256",
        "internalType": "MeterFacts"
      },
      {
        "name": "digest",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "record",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "facts",
        "type": "uint256",
        "internalType": "MeterFacts"
      },
      {
        "name": "last",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "next",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "intervalRoot",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [
      {
        "name": "four",
        "type": "uint256",
        "internalType": "UsedFour"
      },
      {
        "name": "fifth",
        "type": "uint256",
        "internalType": "UsedFifth"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "register",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "meter",
        "type": "tuple",
        "internalType": "struct Meter",
        "components": [
          {
            "name": "operator",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "digits",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "multiplier",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "holder",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "signer",
            "type": "bytes",
            "internalType": "bytes"
          }
        ]
      },
      {
        "name": "opening",
        "type": "tuple",
        "internalType": "struct Read",
        "components": [
          {
            "name": "meterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "time",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "sequence",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "quality",
            "type": "uint8",
            "internalType": "enum ReadQuality"
          },
          {
            "name": "importWh",
            "type": "uint64[5]",
            "internalType": "Wh[5]"
          },
          {
            "name": "exportWh",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "maxDemand",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "intervalRoot",
            "type": "bytes32",
            "internalType": "bytes32"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "requireAttested",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "from",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "to",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "indexSeries",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "indexCost",
        "type": "int256",
        "internalType": "SignedNano"
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "requireFacts",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "facts",
        "type": "uint256",
        "internalType": "MeterFacts"
      },
      {
        "name": "last",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "until",
        "type": "uint40",
        "internalType": "uint40"
      }
    ],
    "outputs": [],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "revokeSigner",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "facts",
        "type": "uint256",
        "internalType": "MeterFacts"
      },
      {
        "name": "last",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "rotateSigner",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "facts",
        "type": "uint256",
        "internalType": "MeterFacts"
      },
      {
        "name": "last",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "signer",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setAuthority",
    "inputs": [
      {
        "name": "newAuthority",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "stateOf",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "supplyPoint",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "point",
        "type": "tuple",
        "internalType": "struct SupplyPoint",
        "components": [
          {
            "name": "operator",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "holder",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "capacity",
            "type": "uint48",
            "internalType": "uint48"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "event",
    "name": "AuthorityUpdated",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "EIP712DomainChanged",
    "inputs": [],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "MeterExchanged",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "former",
        "type": "uint256",
        "indexed": false,
        "internalType": "MeterFacts"
      },
      {
        "name": "next",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct NextMeter",
        "components": [
          {
            "name": "digits",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "multiplier",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "signer",
            "type": "bytes",
            "internalType": "bytes"
          }
        ]
      },
      {
        "name": "last",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "closing",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "closingRoot",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      },
      {
        "name": "opening",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "carried",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "MeterHolderChanged",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "holder",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "MeterRegistered",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "meter",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct Meter",
        "components": [
          {
            "name": "operator",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "digits",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "multiplier",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "holder",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "signer",
            "type": "bytes",
            "internalType": "bytes"
          }
        ]
      },
      {
        "name": "opening",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct Read",
        "components": [
          {
            "name": "meterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "time",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "sequence",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "quality",
            "type": "uint8",
            "internalType": "enum ReadQuality"
          },
          {
            "name": "importWh",
            "type": "uint64[5]",
            "internalType": "Wh[5]"
          },
          {
            "name": "exportWh",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "maxDemand",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "intervalRoot",
            "type": "bytes32",
            "internalType": "bytes32"
          }
        ]
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "MeterSignerRevoked",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "MeterSignerRotated",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "signer",
        "type": "bytes",
        "indexed": false,
        "internalType": "bytes"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "ModuleSet",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "indexed": false,
        "internalType": "bool"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "ReadRecorded",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "read",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "intervalRoot",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AccessManagedInvalidAuthority",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedRequiredDelay",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "delay",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedUnauthorized",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AttestationInvalid",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExchangeAboveCapacity",
    "inputs": [
      {
        "name": "advance",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "possible",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExchangeDemandLost",
    "inputs": [
      {
        "name": "closing",
        "type": "uint64",
        "internalType": "Watt"
      },
      {
        "name": "opening",
        "type": "uint64",
        "internalType": "Watt"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExchangeKeyKept",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExchangeOutOfOrder",
    "inputs": [
      {
        "name": "closing",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "opening",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExchangeTooWide",
    "inputs": [
      {
        "name": "register",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "steps",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "digits",
        "type": "uint8",
        "internalType": "uint8"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExchangeUneven",
    "inputs": [
      {
        "name": "register",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "used",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "multiplier",
        "type": "uint16",
        "internalType": "uint16"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExchangeUnsigned",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "InvalidShortString",
    "inputs": []
  },
  {
    "type": "error",
    "name": "MeterAlreadyRegistered",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "MeterInvalid",
    "inputs": []
  },
  {
    "type": "error",
    "name": "MeterKeyRevoked",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "MeterUnknown",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotMeterOperator",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotModule",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadBackwards",
    "inputs": [
      {
        "name": "register",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "previous",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "next",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadCarried",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadFromFuture",
    "inputs": [
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "now_",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadNotLast",
    "inputs": [
      {
        "name": "stored",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "given",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadNotNewer",
    "inputs": [
      {
        "name": "last",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "given",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadOfFormerMeter",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "until",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadReplayed",
    "inputs": [
      {
        "name": "last",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "given",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadSignatureInvalid",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadTooFast",
    "inputs": [
      {
        "name": "advance",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "possible",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadTooWide",
    "inputs": [
      {
        "name": "register",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "value",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "digits",
        "type": "uint8",
        "internalType": "uint8"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadWrongMeter",
    "inputs": [
      {
        "name": "expected",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "given",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "SafeCastOverflowedUintDowncast",
    "inputs": [
      {
        "name": "bits",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "StringTooLong",
    "inputs": [
      {
        "name": "str",
        "type": "string",
        "internalType": "string"
      }
    ]
  }
] as const

export const modularAbi = [
  {
    "type": "function",
    "name": "authority",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "address"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isConsumingScheduledOp",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "setAuthority",
    "inputs": [
      {
        "name": "newAuthority",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "event",
    "name": "AuthorityUpdated",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "ModuleSet",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "indexed": false,
        "internalType": "bool"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AccessManagedInvalidAuthority",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedRequiredDelay",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "delay",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedUnauthorized",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotModule",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  }
] as const

export const offerBookAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "members",
        "type": "address",
        "internalType": "contract IMemberRegistry"
      },
      {
        "name": "breaker",
        "type": "address",
        "internalType": "contract ICircuitBreaker"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "BREAKER",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ICircuitBreaker"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "MEMBERS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IMemberRegistry"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "allowFormula",
    "inputs": [
      {
        "name": "formula",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "authority",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "address"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isConsumingScheduledOp",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isFormula",
    "inputs": [
      {
        "name": "formula",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "publish",
    "inputs": [
      {
        "name": "offer",
        "type": "tuple",
        "internalType": "struct Offer",
        "components": [
          {
            "name": "retailer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formula",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formulaParams",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "priceCap",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "deposit",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "serviceFee",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "exitFee",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "noticeDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "coolingOffDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "termPeriods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "green",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "validFrom",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "validUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      },
      {
        "name": "name",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "examples",
        "type": "tuple[]",
        "internalType": "struct WorkedExample[]",
        "components": [
          {
            "name": "contracted",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "usage",
            "type": "tuple",
            "internalType": "struct Determinants",
            "components": [
              {
                "name": "registers",
                "type": "uint64[5]",
                "internalType": "Wh[5]"
              },
              {
                "name": "maxDemand",
                "type": "uint64",
                "internalType": "Watt"
              },
              {
                "name": "capacity",
                "type": "uint64",
                "internalType": "Watt"
              },
              {
                "name": "referencePrice",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "index",
                "type": "int64",
                "internalType": "SignedMicroPerKwh"
              },
              {
                "name": "indexCost",
                "type": "int256",
                "internalType": "SignedNano"
              },
              {
                "name": "elapsed",
                "type": "uint32",
                "internalType": "uint32"
              },
              {
                "name": "whole",
                "type": "uint32",
                "internalType": "uint32"
              }
            ]
          },
          {
            "name": "charge",
            "type": "uint128",
            "internalType": "Micro"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "sell",
    "inputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "capacity",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "energy",
        "type": "uint64",
        "internalType": "Wh"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setAuthority",
    "inputs": [
      {
        "name": "newAuthority",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "stateOf",
    "inputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct IOfferBook.OfferState",
        "components": [
          {
            "name": "status",
            "type": "uint8",
            "internalType": "enum OfferStatus"
          },
          {
            "name": "retailer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "sold",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "takeBack",
    "inputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "capacity",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "energy",
        "type": "uint64",
        "internalType": "Wh"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "withdraw",
    "inputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "event",
    "name": "AuthorityUpdated",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "FormulaAllowed",
    "inputs": [
      {
        "name": "formula",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "indexed": false,
        "internalType": "bool"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "ModuleSet",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "indexed": false,
        "internalType": "bool"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "OfferPublished",
    "inputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "retailer",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "name",
        "type": "string",
        "indexed": false,
        "internalType": "string"
      },
      {
        "name": "offer",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct Offer",
        "components": [
          {
            "name": "retailer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formula",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formulaParams",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "priceCap",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "deposit",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "serviceFee",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "exitFee",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "noticeDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "coolingOffDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "termPeriods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "green",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "validFrom",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "validUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      },
      {
        "name": "examples",
        "type": "tuple[]",
        "indexed": false,
        "internalType": "struct WorkedExample[]",
        "components": [
          {
            "name": "contracted",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "usage",
            "type": "tuple",
            "internalType": "struct Determinants",
            "components": [
              {
                "name": "registers",
                "type": "uint64[5]",
                "internalType": "Wh[5]"
              },
              {
                "name": "maxDemand",
                "type": "uint64",
                "internalType": "Watt"
              },
              {
                "name": "capacity",
                "type": "uint64",
                "internalType": "Watt"
              },
              {
                "name": "referencePrice",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "index",
                "type": "int64",
                "internalType": "SignedMicroPerKwh"
              },
              {
                "name": "indexCost",
                "type": "int256",
                "internalType": "SignedNano"
              },
              {
                "name": "elapsed",
                "type": "uint32",
                "internalType": "uint32"
              },
              {
                "name": "whole",
                "type": "uint32",
                "internalType": "uint32"
              }
            ]
          },
          {
            "name": "charge",
            "type": "uint128",
            "internalType": "Micro"
          }
        ]
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "OfferWithdrawn",
    "inputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "retailer",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AccessManagedInvalidAuthority",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedRequiredDelay",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "delay",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedUnauthorized",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "BandInvalid",
    "inputs": [
      {
        "name": "lower",
        "type": "uint16",
        "internalType": "uint16"
      },
      {
        "name": "upper",
        "type": "uint16",
        "internalType": "uint16"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExampleMismatch",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "promised",
        "type": "uint128",
        "internalType": "Micro"
      },
      {
        "name": "computed",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExamplesMissing",
    "inputs": [
      {
        "name": "given",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExamplesNotIncreasing",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExcessRatioTooHigh",
    "inputs": [
      {
        "name": "excess",
        "type": "uint16",
        "internalType": "uint16"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExitFeeTooHigh",
    "inputs": [
      {
        "name": "exitFee",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "FormulaNotAllowed",
    "inputs": [
      {
        "name": "formula",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "GreenShareInvalid",
    "inputs": [
      {
        "name": "green",
        "type": "uint16",
        "internalType": "uint16"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotModule",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotOfferRetailer",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "retailer",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "OfferAlreadyPublished",
    "inputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "OfferIsWithdrawn",
    "inputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "OfferSoldOut",
    "inputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "capacity",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "wanted",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "OfferUnknown",
    "inputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "SafeCastOverflowedUintDowncast",
    "inputs": [
      {
        "name": "bits",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ServiceFeeNotAllowed",
    "inputs": []
  },
  {
    "type": "error",
    "name": "TermInvalid",
    "inputs": [
      {
        "name": "termPeriods",
        "type": "uint16",
        "internalType": "uint16"
      }
    ]
  },
  {
    "type": "error",
    "name": "ValidityInvalid",
    "inputs": [
      {
        "name": "validFrom",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "validUntil",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  }
] as const

export const purchaseBookAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "breaker",
        "type": "address",
        "internalType": "contract ICircuitBreaker"
      },
      {
        "name": "escrow",
        "type": "address",
        "internalType": "contract IEscrow"
      },
      {
        "name": "market",
        "type": "tuple",
        "internalType": "struct PurchaseTermsCheck.Market",
        "components": [
          {
            "name": "members",
            "type": "address",
            "internalType": "contract IMemberRegistry"
          },
          {
            "name": "tariffs",
            "type": "address",
            "internalType": "contract ITariffBook"
          },
          {
            "name": "meters",
            "type": "address",
            "internalType": "contract IMeterRegistry"
          },
          {
            "name": "agreements",
            "type": "address",
            "internalType": "contract IAgreementBook"
          }
        ]
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "AGREEMENTS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IAgreementBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "BREAKER",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ICircuitBreaker"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "CHECK",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract PurchaseTermsCheck"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "ESCROW",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IEscrow"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "METERS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IMeterRegistry"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "TARIFFS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ITariffBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "eip712Domain",
    "inputs": [],
    "outputs": [
      {
        "name": "fields",
        "type": "bytes1",
        "internalType": "bytes1"
      },
      {
        "name": "name",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "version",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "chainId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "verifyingContract",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "salt",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "extensions",
        "type": "uint256[]",
        "internalType": "uint256[]"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "nonces",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "nonces",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "key",
        "type": "uint192",
        "internalType": "uint192"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "recordRead",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "facts",
        "type": "uint256",
        "internalType": "MeterFacts"
      },
      {
        "name": "last",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "next",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "intervalRoot",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "settle",
    "inputs": [
      {
        "name": "table",
        "type": "tuple",
        "internalType": "struct TariffTable",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "end",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "agencyPrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "cataloguePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexSeries",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "government",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "subsidyPool",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "components",
            "type": "tuple[]",
            "internalType": "struct Component[]",
            "components": [
              {
                "name": "kind",
                "type": "uint8",
                "internalType": "enum LineKind"
              },
              {
                "name": "prices",
                "type": "uint32[5]",
                "internalType": "uint32[5]"
              }
            ]
          }
        ]
      },
      {
        "name": "terms",
        "type": "tuple",
        "internalType": "struct PurchaseTerms",
        "components": [
          {
            "name": "generator",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "buyer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "deliveryMeterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "useMeterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "periods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "agreed",
            "type": "uint64[12]",
            "internalType": "Wh[12]"
          },
          {
            "name": "price",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "lower",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "deposit",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "generatorNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "buyerNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "gridNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "advances",
        "type": "tuple[]",
        "internalType": "struct MeterAdvance[]",
        "components": [
          {
            "name": "facts",
            "type": "uint256",
            "internalType": "MeterFacts"
          },
          {
            "name": "opening",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "closing",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "intervalRoot",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "signature",
            "type": "bytes",
            "internalType": "bytes"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "sign",
    "inputs": [
      {
        "name": "terms",
        "type": "tuple",
        "internalType": "struct PurchaseTerms",
        "components": [
          {
            "name": "generator",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "buyer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "deliveryMeterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "useMeterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "periods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "agreed",
            "type": "uint64[12]",
            "internalType": "Wh[12]"
          },
          {
            "name": "price",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "lower",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "deposit",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "generatorNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "buyerNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "gridNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "signatures",
        "type": "tuple",
        "internalType": "struct IPurchaseBook.Signed",
        "components": [
          {
            "name": "generator",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "buyer",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "grid",
            "type": "bytes",
            "internalType": "bytes"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "stateOf",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct PurchaseState",
        "components": [
          {
            "name": "settledUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "periods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "ended",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "deposit",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "yearUsed",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "yearCharged",
            "type": "uint128",
            "internalType": "Micro"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "event",
    "name": "DeliverySettled",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "start",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "end",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "payer",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      },
      {
        "name": "delivery",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct Delivery",
        "components": [
          {
            "name": "agreed",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "delivered",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "short",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "referencePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "payment",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "compensation",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "setOff",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "received",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "paymentOwed",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "fromFree",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "fromDeposit",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "compensationOwed",
            "type": "uint128",
            "internalType": "Micro"
          }
        ]
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "EIP712DomainChanged",
    "inputs": [],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "PurchaseEnded",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "endedAt",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "depositReturned",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "PurchaseSigned",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "generator",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "buyer",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "terms",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct PurchaseTerms",
        "components": [
          {
            "name": "generator",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "buyer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "deliveryMeterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "useMeterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "periods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "agreed",
            "type": "uint64[12]",
            "internalType": "Wh[12]"
          },
          {
            "name": "price",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "lower",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "deposit",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "generatorNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "buyerNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "gridNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "UseBilled",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "start",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "end",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "contracted",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      },
      {
        "name": "used",
        "type": "uint64[5]",
        "indexed": false,
        "internalType": "Wh[5]"
      },
      {
        "name": "lines",
        "type": "uint256[]",
        "indexed": false,
        "internalType": "BillLine[]"
      },
      {
        "name": "owed",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AdvancesDiffer",
    "inputs": [
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "given",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "BandInvalid",
    "inputs": [
      {
        "name": "lower",
        "type": "uint16",
        "internalType": "uint16"
      },
      {
        "name": "upper",
        "type": "uint16",
        "internalType": "uint16"
      }
    ]
  },
  {
    "type": "error",
    "name": "ContractedTooMuch",
    "inputs": [
      {
        "name": "month",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "contracted",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "possible",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "DirectNeedsGrid",
    "inputs": [
      {
        "name": "model",
        "type": "uint8",
        "internalType": "enum SettlementModel"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExcessRatioTooHigh",
    "inputs": [
      {
        "name": "excess",
        "type": "uint16",
        "internalType": "uint16"
      }
    ]
  },
  {
    "type": "error",
    "name": "IntentExpired",
    "inputs": [
      {
        "name": "expiry",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "InvalidAccountNonce",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "currentNonce",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "InvalidShortString",
    "inputs": []
  },
  {
    "type": "error",
    "name": "LineOverflow",
    "inputs": [
      {
        "name": "kind",
        "type": "uint8",
        "internalType": "enum LineKind"
      },
      {
        "name": "amount",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotLargeConsumer",
    "inputs": [
      {
        "name": "buyer",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotMeterHolder",
    "inputs": [
      {
        "name": "consumer",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "holder",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotMeterOperator",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "PartiesNotDistinct",
    "inputs": []
  },
  {
    "type": "error",
    "name": "PeriodNotNext",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "expected",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "given",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "PeriodUnknown",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "PriceTooHigh",
    "inputs": [
      {
        "name": "price",
        "type": "uint64",
        "internalType": "MicroPerKwh"
      }
    ]
  },
  {
    "type": "error",
    "name": "PurchaseIsEnded",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "PurchaseOutOfReach",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "voltageClass",
        "type": "uint8",
        "internalType": "uint8"
      }
    ]
  },
  {
    "type": "error",
    "name": "PurchaseUnknown",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadBelongsToPurchase",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "settledUntil",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadNotInPeriod",
    "inputs": [
      {
        "name": "expected",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "given",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SafeCastOverflowedUintDowncast",
    "inputs": [
      {
        "name": "bits",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "SignatureInvalid",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "StartInPast",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "now_",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "StringTooLong",
    "inputs": [
      {
        "name": "str",
        "type": "string",
        "internalType": "string"
      }
    ]
  },
  {
    "type": "error",
    "name": "TariffOutOfReach",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "voltageClass",
        "type": "uint8",
        "internalType": "uint8"
      }
    ]
  },
  {
    "type": "error",
    "name": "TermInvalid",
    "inputs": [
      {
        "name": "periods",
        "type": "uint16",
        "internalType": "uint16"
      }
    ]
  }
] as const

export const purchaseLedgerAbi = [
  {
    "type": "function",
    "name": "BREAKER",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ICircuitBreaker"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "ESCROW",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IEscrow"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "recordRead",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "facts",
        "type": "uint256",
        "internalType": "MeterFacts"
      },
      {
        "name": "last",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "next",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "intervalRoot",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "settle",
    "inputs": [
      {
        "name": "table",
        "type": "tuple",
        "internalType": "struct TariffTable",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "end",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "agencyPrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "cataloguePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexSeries",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "government",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "subsidyPool",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "components",
            "type": "tuple[]",
            "internalType": "struct Component[]",
            "components": [
              {
                "name": "kind",
                "type": "uint8",
                "internalType": "enum LineKind"
              },
              {
                "name": "prices",
                "type": "uint32[5]",
                "internalType": "uint32[5]"
              }
            ]
          }
        ]
      },
      {
        "name": "terms",
        "type": "tuple",
        "internalType": "struct PurchaseTerms",
        "components": [
          {
            "name": "generator",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "buyer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "deliveryMeterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "useMeterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "periods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "agreed",
            "type": "uint64[12]",
            "internalType": "Wh[12]"
          },
          {
            "name": "price",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "lower",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "deposit",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "generatorNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "buyerNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "gridNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "advances",
        "type": "tuple[]",
        "internalType": "struct MeterAdvance[]",
        "components": [
          {
            "name": "facts",
            "type": "uint256",
            "internalType": "MeterFacts"
          },
          {
            "name": "opening",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "closing",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "intervalRoot",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "signature",
            "type": "bytes",
            "internalType": "bytes"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "sign",
    "inputs": [
      {
        "name": "terms",
        "type": "tuple",
        "internalType": "struct PurchaseTerms",
        "components": [
          {
            "name": "generator",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "buyer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "deliveryMeterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "useMeterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "periods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "agreed",
            "type": "uint64[12]",
            "internalType": "Wh[12]"
          },
          {
            "name": "price",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "lower",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "deposit",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "generatorNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "buyerNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "gridNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "signatures",
        "type": "tuple",
        "internalType": "struct IPurchaseBook.Signed",
        "components": [
          {
            "name": "generator",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "buyer",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "grid",
            "type": "bytes",
            "internalType": "bytes"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "stateOf",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct PurchaseState",
        "components": [
          {
            "name": "settledUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "periods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "ended",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "deposit",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "yearUsed",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "yearCharged",
            "type": "uint128",
            "internalType": "Micro"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "event",
    "name": "DeliverySettled",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "start",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "end",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "payer",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      },
      {
        "name": "delivery",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct Delivery",
        "components": [
          {
            "name": "agreed",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "delivered",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "short",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "referencePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "payment",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "compensation",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "setOff",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "received",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "paymentOwed",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "fromFree",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "fromDeposit",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "compensationOwed",
            "type": "uint128",
            "internalType": "Micro"
          }
        ]
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "PurchaseEnded",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "endedAt",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "depositReturned",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "PurchaseSigned",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "generator",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "buyer",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "terms",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct PurchaseTerms",
        "components": [
          {
            "name": "generator",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "buyer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "deliveryMeterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "useMeterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "periods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "agreed",
            "type": "uint64[12]",
            "internalType": "Wh[12]"
          },
          {
            "name": "price",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "lower",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "deposit",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "generatorNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "buyerNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "gridNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "UseBilled",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "start",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "end",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "contracted",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      },
      {
        "name": "used",
        "type": "uint64[5]",
        "indexed": false,
        "internalType": "Wh[5]"
      },
      {
        "name": "lines",
        "type": "uint256[]",
        "indexed": false,
        "internalType": "BillLine[]"
      },
      {
        "name": "owed",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AdvancesDiffer",
    "inputs": [
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "given",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "BandInvalid",
    "inputs": [
      {
        "name": "lower",
        "type": "uint16",
        "internalType": "uint16"
      },
      {
        "name": "upper",
        "type": "uint16",
        "internalType": "uint16"
      }
    ]
  },
  {
    "type": "error",
    "name": "ContractedTooMuch",
    "inputs": [
      {
        "name": "month",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "contracted",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "possible",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "DirectNeedsGrid",
    "inputs": [
      {
        "name": "model",
        "type": "uint8",
        "internalType": "enum SettlementModel"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExcessRatioTooHigh",
    "inputs": [
      {
        "name": "excess",
        "type": "uint16",
        "internalType": "uint16"
      }
    ]
  },
  {
    "type": "error",
    "name": "IntentExpired",
    "inputs": [
      {
        "name": "expiry",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotLargeConsumer",
    "inputs": [
      {
        "name": "buyer",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotMeterHolder",
    "inputs": [
      {
        "name": "consumer",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "holder",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotMeterOperator",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "PartiesNotDistinct",
    "inputs": []
  },
  {
    "type": "error",
    "name": "PeriodNotNext",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "expected",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "given",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "PeriodUnknown",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "PriceTooHigh",
    "inputs": [
      {
        "name": "price",
        "type": "uint64",
        "internalType": "MicroPerKwh"
      }
    ]
  },
  {
    "type": "error",
    "name": "PurchaseIsEnded",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "PurchaseOutOfReach",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "voltageClass",
        "type": "uint8",
        "internalType": "uint8"
      }
    ]
  },
  {
    "type": "error",
    "name": "PurchaseUnknown",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadBelongsToPurchase",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "settledUntil",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadNotInPeriod",
    "inputs": [
      {
        "name": "expected",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "given",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SignatureInvalid",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "StartInPast",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "now_",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "TariffOutOfReach",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "voltageClass",
        "type": "uint8",
        "internalType": "uint8"
      }
    ]
  },
  {
    "type": "error",
    "name": "TermInvalid",
    "inputs": [
      {
        "name": "periods",
        "type": "uint16",
        "internalType": "uint16"
      }
    ]
  }
] as const

export const purchaseTermsCheckAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "market",
        "type": "tuple",
        "internalType": "struct PurchaseTermsCheck.Market",
        "components": [
          {
            "name": "members",
            "type": "address",
            "internalType": "contract IMemberRegistry"
          },
          {
            "name": "tariffs",
            "type": "address",
            "internalType": "contract ITariffBook"
          },
          {
            "name": "meters",
            "type": "address",
            "internalType": "contract IMeterRegistry"
          },
          {
            "name": "agreements",
            "type": "address",
            "internalType": "contract IAgreementBook"
          }
        ]
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "MEMBERS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IMemberRegistry"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "METERS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IMeterRegistry"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "TARIFFS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ITariffBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "requireSound",
    "inputs": [
      {
        "name": "terms",
        "type": "tuple",
        "internalType": "struct PurchaseTerms",
        "components": [
          {
            "name": "generator",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "buyer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "deliveryMeterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "useMeterId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "periods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "agreed",
            "type": "uint64[12]",
            "internalType": "Wh[12]"
          },
          {
            "name": "price",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "lower",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "deposit",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "generatorNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "buyerNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "gridNonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "view"
  },
  {
    "type": "error",
    "name": "BandInvalid",
    "inputs": [
      {
        "name": "lower",
        "type": "uint16",
        "internalType": "uint16"
      },
      {
        "name": "upper",
        "type": "uint16",
        "internalType": "uint16"
      }
    ]
  },
  {
    "type": "error",
    "name": "ContractedTooMuch",
    "inputs": [
      {
        "name": "month",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "contracted",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "possible",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "DirectNeedsGrid",
    "inputs": [
      {
        "name": "model",
        "type": "uint8",
        "internalType": "enum SettlementModel"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExcessRatioTooHigh",
    "inputs": [
      {
        "name": "excess",
        "type": "uint16",
        "internalType": "uint16"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotLargeConsumer",
    "inputs": [
      {
        "name": "buyer",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotMeterHolder",
    "inputs": [
      {
        "name": "consumer",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "holder",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotMeterOperator",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "PartiesNotDistinct",
    "inputs": []
  },
  {
    "type": "error",
    "name": "PeriodUnknown",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "PriceTooHigh",
    "inputs": [
      {
        "name": "price",
        "type": "uint64",
        "internalType": "MicroPerKwh"
      }
    ]
  },
  {
    "type": "error",
    "name": "PurchaseOutOfReach",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "voltageClass",
        "type": "uint8",
        "internalType": "uint8"
      }
    ]
  },
  {
    "type": "error",
    "name": "StartInPast",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "now_",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "TermInvalid",
    "inputs": [
      {
        "name": "periods",
        "type": "uint16",
        "internalType": "uint16"
      }
    ]
  }
] as const

export const revisionLedgerAbi = [
  {
    "type": "function",
    "name": "ESCROW",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IEscrow"
      }
    ],
    "stateMutability": "view"
  }
] as const

export const revisionsAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "breaker",
        "type": "address",
        "internalType": "contract ICircuitBreaker"
      },
      {
        "name": "tariffs",
        "type": "address",
        "internalType": "contract ITariffBook"
      },
      {
        "name": "agreements",
        "type": "address",
        "internalType": "contract IAgreementBook"
      },
      {
        "name": "meters",
        "type": "address",
        "internalType": "contract IMeterRegistry"
      },
      {
        "name": "escrow",
        "type": "address",
        "internalType": "contract IEscrow"
      },
      {
        "name": "surplus",
        "type": "address",
        "internalType": "contract ISurplusBook"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "AGREEMENTS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IAgreementBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "BREAKER",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ICircuitBreaker"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "ESCROW",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IEscrow"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "METERS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IMeterRegistry"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "SURPLUS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ISurplusBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "TARIFFS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ITariffBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "addToYear",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "to",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "month",
        "type": "tuple",
        "internalType": "struct YearTotals",
        "components": [
          {
            "name": "contracted",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "used",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "charged",
            "type": "uint128",
            "internalType": "uint128"
          }
        ]
      },
      {
        "name": "rule",
        "type": "uint256",
        "internalType": "BillRule"
      },
      {
        "name": "prices",
        "type": "uint256",
        "internalType": "BillPrices"
      }
    ],
    "outputs": [
      {
        "name": "closing",
        "type": "uint256",
        "internalType": "BillLine"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "authority",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "address"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "correct",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "facts",
        "type": "uint256",
        "internalType": "MeterFacts"
      },
      {
        "name": "last",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "estimated",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "measured",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "intervalRoot",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "isConsumingScheduledOp",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "open",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "index",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "basis",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "openBill",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "index",
        "type": "uint8",
        "internalType": "uint8"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "revise",
    "inputs": [
      {
        "name": "table",
        "type": "tuple",
        "internalType": "struct TariffTable",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "end",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "agencyPrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "cataloguePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexSeries",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "government",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "subsidyPool",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "components",
            "type": "tuple[]",
            "internalType": "struct Component[]",
            "components": [
              {
                "name": "kind",
                "type": "uint8",
                "internalType": "enum LineKind"
              },
              {
                "name": "prices",
                "type": "uint32[5]",
                "internalType": "uint32[5]"
              }
            ]
          }
        ]
      },
      {
        "name": "offer",
        "type": "tuple",
        "internalType": "struct Offer",
        "components": [
          {
            "name": "retailer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formula",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formulaParams",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "priceCap",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "deposit",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "serviceFee",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "exitFee",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "noticeDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "coolingOffDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "termPeriods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "green",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "validFrom",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "validUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      },
      {
        "name": "item",
        "type": "tuple",
        "internalType": "struct IRevisions.RevisionItem",
        "components": [
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "index",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "facts",
            "type": "uint256",
            "internalType": "MeterFacts"
          },
          {
            "name": "last",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "old",
            "type": "tuple",
            "internalType": "struct IRevisions.OpenBill",
            "components": [
              {
                "name": "opening",
                "type": "tuple",
                "internalType": "struct ReadWords",
                "components": [
                  {
                    "name": "dials",
                    "type": "uint256",
                    "internalType": "Dials"
                  },
                  {
                    "name": "rest",
                    "type": "uint256",
                    "internalType": "DialsAndTime"
                  }
                ]
              },
              {
                "name": "closing",
                "type": "tuple",
                "internalType": "struct ReadWords",
                "components": [
                  {
                    "name": "dials",
                    "type": "uint256",
                    "internalType": "Dials"
                  },
                  {
                    "name": "rest",
                    "type": "uint256",
                    "internalType": "DialsAndTime"
                  }
                ]
              },
              {
                "name": "exit",
                "type": "bool",
                "internalType": "bool"
              },
              {
                "name": "indexCost",
                "type": "int256",
                "internalType": "SignedNano"
              }
            ]
          },
          {
            "name": "opening",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "closing",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "yearTable",
            "type": "tuple[]",
            "internalType": "struct TariffTable[]",
            "components": [
              {
                "name": "region",
                "type": "uint32",
                "internalType": "uint32"
              },
              {
                "name": "voltageClass",
                "type": "uint8",
                "internalType": "uint8"
              },
              {
                "name": "start",
                "type": "uint40",
                "internalType": "uint40"
              },
              {
                "name": "end",
                "type": "uint40",
                "internalType": "uint40"
              },
              {
                "name": "agencyPrice",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "cataloguePrice",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "index",
                "type": "int64",
                "internalType": "SignedMicroPerKwh"
              },
              {
                "name": "indexSeries",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "grid",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "government",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "subsidyPool",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "components",
                "type": "tuple[]",
                "internalType": "struct Component[]",
                "components": [
                  {
                    "name": "kind",
                    "type": "uint8",
                    "internalType": "enum LineKind"
                  },
                  {
                    "name": "prices",
                    "type": "uint32[5]",
                    "internalType": "uint32[5]"
                  }
                ]
              }
            ]
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setAuthority",
    "inputs": [
      {
        "name": "newAuthority",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "trueRead",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "yearOf",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "year",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "contracted",
        "type": "uint64",
        "internalType": "uint64"
      },
      {
        "name": "used",
        "type": "uint64",
        "internalType": "uint64"
      },
      {
        "name": "charged",
        "type": "uint88",
        "internalType": "uint88"
      },
      {
        "name": "closedAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "event",
    "name": "AuthorityUpdated",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "BillRevised",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "usedFour",
        "type": "uint256",
        "indexed": false,
        "internalType": "UsedFour"
      },
      {
        "name": "usedRest",
        "type": "uint256",
        "indexed": false,
        "internalType": "UsedRest"
      },
      {
        "name": "reversed",
        "type": "uint256[]",
        "indexed": false,
        "internalType": "BillLine[]"
      },
      {
        "name": "lines",
        "type": "uint256[]",
        "indexed": false,
        "internalType": "BillLine[]"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "ModuleSet",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "indexed": false,
        "internalType": "bool"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "ReadCorrected",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "estimated",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "measured",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "intervalRoot",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "TrueUpRevised",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "closedAt",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "reversed",
        "type": "uint256",
        "indexed": false,
        "internalType": "BillLine"
      },
      {
        "name": "line",
        "type": "uint256",
        "indexed": false,
        "internalType": "BillLine"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AccessManagedInvalidAuthority",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedRequiredDelay",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "delay",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedUnauthorized",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "BillNotOpen",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "index",
        "type": "uint8",
        "internalType": "uint8"
      }
    ]
  },
  {
    "type": "error",
    "name": "LineOverflow",
    "inputs": [
      {
        "name": "kind",
        "type": "uint8",
        "internalType": "enum LineKind"
      },
      {
        "name": "amount",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotModule",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NothingToRevise",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "index",
        "type": "uint8",
        "internalType": "uint8"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadAlreadyCorrected",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadBackwards",
    "inputs": [
      {
        "name": "register",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "previous",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "next",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadNotEstimated",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadNotMeasured",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadNotTrue",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadTooFast",
    "inputs": [
      {
        "name": "advance",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "possible",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadTooWide",
    "inputs": [
      {
        "name": "register",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "value",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "digits",
        "type": "uint8",
        "internalType": "uint8"
      }
    ]
  },
  {
    "type": "error",
    "name": "SafeCastOverflowedUintDowncast",
    "inputs": [
      {
        "name": "bits",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "YearTableMissing",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "closedAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  }
] as const

export const settlementAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "breaker",
        "type": "address",
        "internalType": "contract ICircuitBreaker"
      },
      {
        "name": "tariffs",
        "type": "address",
        "internalType": "contract ITariffBook"
      },
      {
        "name": "agreements",
        "type": "address",
        "internalType": "contract IAgreementBook"
      },
      {
        "name": "meters",
        "type": "address",
        "internalType": "contract IMeterRegistry"
      },
      {
        "name": "escrow",
        "type": "address",
        "internalType": "contract IEscrow"
      },
      {
        "name": "revisions",
        "type": "address",
        "internalType": "contract IRevisions"
      },
      {
        "name": "surplus",
        "type": "address",
        "internalType": "contract ISurplusBook"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "AGREEMENTS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IAgreementBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "BREAKER",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ICircuitBreaker"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "ESCROW",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IEscrow"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "METERS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IMeterRegistry"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "REVISIONS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IRevisions"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "SURPLUS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ISurplusBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "TARIFFS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ITariffBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "recordRead",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "facts",
        "type": "uint256",
        "internalType": "MeterFacts"
      },
      {
        "name": "last",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "next",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "intervalRoot",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "settle",
    "inputs": [
      {
        "name": "table",
        "type": "tuple",
        "internalType": "struct TariffTable",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "end",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "agencyPrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "cataloguePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexSeries",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "government",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "subsidyPool",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "components",
            "type": "tuple[]",
            "internalType": "struct Component[]",
            "components": [
              {
                "name": "kind",
                "type": "uint8",
                "internalType": "enum LineKind"
              },
              {
                "name": "prices",
                "type": "uint32[5]",
                "internalType": "uint32[5]"
              }
            ]
          }
        ]
      },
      {
        "name": "offer",
        "type": "tuple",
        "internalType": "struct Offer",
        "components": [
          {
            "name": "retailer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formula",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formulaParams",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "priceCap",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "deposit",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "serviceFee",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "exitFee",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "noticeDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "coolingOffDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "termPeriods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "green",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "validFrom",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "validUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      },
      {
        "name": "items",
        "type": "tuple[]",
        "internalType": "struct SettlementItem[]",
        "components": [
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "facts",
            "type": "uint256",
            "internalType": "MeterFacts"
          },
          {
            "name": "opening",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "closing",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "intervalRoot",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "index",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "exit",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "surplus",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "signature",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "attestation",
            "type": "tuple[]",
            "internalType": "struct Attestation[]",
            "components": [
              {
                "name": "indexCost",
                "type": "int256",
                "internalType": "SignedNano"
              },
              {
                "name": "signature",
                "type": "bytes",
                "internalType": "bytes"
              }
            ]
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "settled",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "settleTogether",
    "inputs": [
      {
        "name": "table",
        "type": "tuple",
        "internalType": "struct TariffTable",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "end",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "agencyPrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "cataloguePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexSeries",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "government",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "subsidyPool",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "components",
            "type": "tuple[]",
            "internalType": "struct Component[]",
            "components": [
              {
                "name": "kind",
                "type": "uint8",
                "internalType": "enum LineKind"
              },
              {
                "name": "prices",
                "type": "uint32[5]",
                "internalType": "uint32[5]"
              }
            ]
          }
        ]
      },
      {
        "name": "offer",
        "type": "tuple",
        "internalType": "struct Offer",
        "components": [
          {
            "name": "retailer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formula",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formulaParams",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "priceCap",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "deposit",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "serviceFee",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "exitFee",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "noticeDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "coolingOffDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "termPeriods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "green",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "validFrom",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "validUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      },
      {
        "name": "items",
        "type": "tuple[]",
        "internalType": "struct SettlementItem[]",
        "components": [
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "facts",
            "type": "uint256",
            "internalType": "MeterFacts"
          },
          {
            "name": "opening",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "closing",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "intervalRoot",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "index",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "exit",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "surplus",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "signature",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "attestation",
            "type": "tuple[]",
            "internalType": "struct Attestation[]",
            "components": [
              {
                "name": "indexCost",
                "type": "int256",
                "internalType": "SignedNano"
              },
              {
                "name": "signature",
                "type": "bytes",
                "internalType": "bytes"
              }
            ]
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "switchNow",
    "inputs": [
      {
        "name": "table",
        "type": "tuple",
        "internalType": "struct TariffTable",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "end",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "agencyPrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "cataloguePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexSeries",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "government",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "subsidyPool",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "components",
            "type": "tuple[]",
            "internalType": "struct Component[]",
            "components": [
              {
                "name": "kind",
                "type": "uint8",
                "internalType": "enum LineKind"
              },
              {
                "name": "prices",
                "type": "uint32[5]",
                "internalType": "uint32[5]"
              }
            ]
          }
        ]
      },
      {
        "name": "offer",
        "type": "tuple",
        "internalType": "struct Offer",
        "components": [
          {
            "name": "retailer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formula",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formulaParams",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "priceCap",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "deposit",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "serviceFee",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "exitFee",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "noticeDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "coolingOffDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "termPeriods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "green",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "validFrom",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "validUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      },
      {
        "name": "item",
        "type": "tuple",
        "internalType": "struct SettlementItem",
        "components": [
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "facts",
            "type": "uint256",
            "internalType": "MeterFacts"
          },
          {
            "name": "opening",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "closing",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "intervalRoot",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "index",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "exit",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "surplus",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "signature",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "attestation",
            "type": "tuple[]",
            "internalType": "struct Attestation[]",
            "components": [
              {
                "name": "indexCost",
                "type": "int256",
                "internalType": "SignedNano"
              },
              {
                "name": "signature",
                "type": "bytes",
                "internalType": "bytes"
              }
            ]
          }
        ]
      },
      {
        "name": "next",
        "type": "tuple",
        "internalType": "struct ISettlement.NewAgreement",
        "components": [
          {
            "name": "offer",
            "type": "tuple",
            "internalType": "struct Offer",
            "components": [
              {
                "name": "retailer",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "formula",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "formulaParams",
                "type": "bytes",
                "internalType": "bytes"
              },
              {
                "name": "priceCap",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "deviation",
                "type": "tuple",
                "internalType": "struct DeviationClause",
                "components": [
                  {
                    "name": "lower",
                    "type": "uint16",
                    "internalType": "Bps"
                  },
                  {
                    "name": "upper",
                    "type": "uint16",
                    "internalType": "Bps"
                  },
                  {
                    "name": "excess",
                    "type": "uint16",
                    "internalType": "Bps"
                  },
                  {
                    "name": "shortfall",
                    "type": "uint64",
                    "internalType": "MicroPerKwh"
                  },
                  {
                    "name": "referenceBasis",
                    "type": "uint8",
                    "internalType": "enum ReferenceBasis"
                  },
                  {
                    "name": "ruleBasis",
                    "type": "uint8",
                    "internalType": "enum RuleBasis"
                  },
                  {
                    "name": "excessPayee",
                    "type": "address",
                    "internalType": "address"
                  },
                  {
                    "name": "shortfallPayee",
                    "type": "address",
                    "internalType": "address"
                  }
                ]
              },
              {
                "name": "deposit",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "serviceFee",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "exitFee",
                "type": "uint128",
                "internalType": "Micro"
              },
              {
                "name": "noticeDays",
                "type": "uint16",
                "internalType": "uint16"
              },
              {
                "name": "coolingOffDays",
                "type": "uint16",
                "internalType": "uint16"
              },
              {
                "name": "termPeriods",
                "type": "uint16",
                "internalType": "uint16"
              },
              {
                "name": "customerClass",
                "type": "uint8",
                "internalType": "enum CustomerClass"
              },
              {
                "name": "region",
                "type": "uint32",
                "internalType": "uint32"
              },
              {
                "name": "voltageClass",
                "type": "uint8",
                "internalType": "uint8"
              },
              {
                "name": "green",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "model",
                "type": "uint8",
                "internalType": "enum SettlementModel"
              },
              {
                "name": "validFrom",
                "type": "uint40",
                "internalType": "uint40"
              },
              {
                "name": "validUntil",
                "type": "uint40",
                "internalType": "uint40"
              },
              {
                "name": "capacity",
                "type": "uint64",
                "internalType": "Wh"
              }
            ]
          },
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct Terms",
            "components": [
              {
                "name": "consumer",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "offerId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "start",
                "type": "uint40",
                "internalType": "uint40"
              },
              {
                "name": "contracted",
                "type": "uint64[12]",
                "internalType": "Wh[12]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "expiry",
                "type": "uint40",
                "internalType": "uint40"
              }
            ]
          },
          {
            "name": "signature",
            "type": "bytes",
            "internalType": "bytes"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "event",
    "name": "BillSettled",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "usedFour",
        "type": "uint256",
        "indexed": false,
        "internalType": "UsedFour"
      },
      {
        "name": "usedRest",
        "type": "uint256",
        "indexed": false,
        "internalType": "UsedRest"
      },
      {
        "name": "lines",
        "type": "uint256[]",
        "indexed": false,
        "internalType": "BillLine[]"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "BillUnpaid",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "start",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "missing",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      },
      {
        "name": "due",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "IndexCostAttested",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "indexCost",
        "type": "int256",
        "indexed": false,
        "internalType": "SignedNano"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "SettlementSkipped",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "reason",
        "type": "bytes",
        "indexed": false,
        "internalType": "bytes"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "BatchEmpty",
    "inputs": []
  },
  {
    "type": "error",
    "name": "GasTooLow",
    "inputs": [
      {
        "name": "left",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "LineOverflow",
    "inputs": [
      {
        "name": "kind",
        "type": "uint8",
        "internalType": "enum LineKind"
      },
      {
        "name": "amount",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotSelf",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadBelongsToSettlement",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "settledUntil",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadNotInPeriod",
    "inputs": [
      {
        "name": "edge",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "given",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadTooOld",
    "inputs": [
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "oldest",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SafeCastOverflowedUintDowncast",
    "inputs": [
      {
        "name": "bits",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "TariffOutOfReach",
    "inputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "voltageClass",
        "type": "uint8",
        "internalType": "uint8"
      }
    ]
  }
] as const

export const settlementRunAbi = [
  {
    "type": "function",
    "name": "AGREEMENTS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IAgreementBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "BREAKER",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ICircuitBreaker"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "ESCROW",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IEscrow"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "METERS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IMeterRegistry"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "REVISIONS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IRevisions"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "SURPLUS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ISurplusBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "TARIFFS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ITariffBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "recordRead",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "facts",
        "type": "uint256",
        "internalType": "MeterFacts"
      },
      {
        "name": "last",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "next",
        "type": "tuple",
        "internalType": "struct ReadWords",
        "components": [
          {
            "name": "dials",
            "type": "uint256",
            "internalType": "Dials"
          },
          {
            "name": "rest",
            "type": "uint256",
            "internalType": "DialsAndTime"
          }
        ]
      },
      {
        "name": "intervalRoot",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "settle",
    "inputs": [
      {
        "name": "table",
        "type": "tuple",
        "internalType": "struct TariffTable",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "end",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "agencyPrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "cataloguePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexSeries",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "government",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "subsidyPool",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "components",
            "type": "tuple[]",
            "internalType": "struct Component[]",
            "components": [
              {
                "name": "kind",
                "type": "uint8",
                "internalType": "enum LineKind"
              },
              {
                "name": "prices",
                "type": "uint32[5]",
                "internalType": "uint32[5]"
              }
            ]
          }
        ]
      },
      {
        "name": "offer",
        "type": "tuple",
        "internalType": "struct Offer",
        "components": [
          {
            "name": "retailer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formula",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formulaParams",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "priceCap",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "deposit",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "serviceFee",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "exitFee",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "noticeDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "coolingOffDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "termPeriods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "green",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "validFrom",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "validUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      },
      {
        "name": "items",
        "type": "tuple[]",
        "internalType": "struct SettlementItem[]",
        "components": [
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "facts",
            "type": "uint256",
            "internalType": "MeterFacts"
          },
          {
            "name": "opening",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "closing",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "intervalRoot",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "index",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "exit",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "surplus",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "signature",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "attestation",
            "type": "tuple[]",
            "internalType": "struct Attestation[]",
            "components": [
              {
                "name": "indexCost",
                "type": "int256",
                "internalType": "SignedNano"
              },
              {
                "name": "signature",
                "type": "bytes",
                "internalType": "bytes"
              }
            ]
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "settled",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "settleTogether",
    "inputs": [
      {
        "name": "table",
        "type": "tuple",
        "internalType": "struct TariffTable",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "end",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "agencyPrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "cataloguePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexSeries",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "government",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "subsidyPool",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "components",
            "type": "tuple[]",
            "internalType": "struct Component[]",
            "components": [
              {
                "name": "kind",
                "type": "uint8",
                "internalType": "enum LineKind"
              },
              {
                "name": "prices",
                "type": "uint32[5]",
                "internalType": "uint32[5]"
              }
            ]
          }
        ]
      },
      {
        "name": "offer",
        "type": "tuple",
        "internalType": "struct Offer",
        "components": [
          {
            "name": "retailer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formula",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formulaParams",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "priceCap",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "deposit",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "serviceFee",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "exitFee",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "noticeDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "coolingOffDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "termPeriods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "green",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "validFrom",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "validUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      },
      {
        "name": "items",
        "type": "tuple[]",
        "internalType": "struct SettlementItem[]",
        "components": [
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "facts",
            "type": "uint256",
            "internalType": "MeterFacts"
          },
          {
            "name": "opening",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "closing",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "intervalRoot",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "index",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "exit",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "surplus",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "signature",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "attestation",
            "type": "tuple[]",
            "internalType": "struct Attestation[]",
            "components": [
              {
                "name": "indexCost",
                "type": "int256",
                "internalType": "SignedNano"
              },
              {
                "name": "signature",
                "type": "bytes",
                "internalType": "bytes"
              }
            ]
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "switchNow",
    "inputs": [
      {
        "name": "table",
        "type": "tuple",
        "internalType": "struct TariffTable",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "end",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "agencyPrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "cataloguePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexSeries",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "government",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "subsidyPool",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "components",
            "type": "tuple[]",
            "internalType": "struct Component[]",
            "components": [
              {
                "name": "kind",
                "type": "uint8",
                "internalType": "enum LineKind"
              },
              {
                "name": "prices",
                "type": "uint32[5]",
                "internalType": "uint32[5]"
              }
            ]
          }
        ]
      },
      {
        "name": "offer",
        "type": "tuple",
        "internalType": "struct Offer",
        "components": [
          {
            "name": "retailer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formula",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "formulaParams",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "priceCap",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "deviation",
            "type": "tuple",
            "internalType": "struct DeviationClause",
            "components": [
              {
                "name": "lower",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "upper",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "excess",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "shortfall",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "referenceBasis",
                "type": "uint8",
                "internalType": "enum ReferenceBasis"
              },
              {
                "name": "ruleBasis",
                "type": "uint8",
                "internalType": "enum RuleBasis"
              },
              {
                "name": "excessPayee",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "shortfallPayee",
                "type": "address",
                "internalType": "address"
              }
            ]
          },
          {
            "name": "deposit",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "serviceFee",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "exitFee",
            "type": "uint128",
            "internalType": "Micro"
          },
          {
            "name": "noticeDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "coolingOffDays",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "termPeriods",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "customerClass",
            "type": "uint8",
            "internalType": "enum CustomerClass"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "green",
            "type": "uint16",
            "internalType": "Bps"
          },
          {
            "name": "model",
            "type": "uint8",
            "internalType": "enum SettlementModel"
          },
          {
            "name": "validFrom",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "validUntil",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      },
      {
        "name": "item",
        "type": "tuple",
        "internalType": "struct SettlementItem",
        "components": [
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "facts",
            "type": "uint256",
            "internalType": "MeterFacts"
          },
          {
            "name": "opening",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "closing",
            "type": "tuple",
            "internalType": "struct ReadWords",
            "components": [
              {
                "name": "dials",
                "type": "uint256",
                "internalType": "Dials"
              },
              {
                "name": "rest",
                "type": "uint256",
                "internalType": "DialsAndTime"
              }
            ]
          },
          {
            "name": "intervalRoot",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "index",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "exit",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "surplus",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "signature",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "attestation",
            "type": "tuple[]",
            "internalType": "struct Attestation[]",
            "components": [
              {
                "name": "indexCost",
                "type": "int256",
                "internalType": "SignedNano"
              },
              {
                "name": "signature",
                "type": "bytes",
                "internalType": "bytes"
              }
            ]
          }
        ]
      },
      {
        "name": "next",
        "type": "tuple",
        "internalType": "struct ISettlement.NewAgreement",
        "components": [
          {
            "name": "offer",
            "type": "tuple",
            "internalType": "struct Offer",
            "components": [
              {
                "name": "retailer",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "formula",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "formulaParams",
                "type": "bytes",
                "internalType": "bytes"
              },
              {
                "name": "priceCap",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "deviation",
                "type": "tuple",
                "internalType": "struct DeviationClause",
                "components": [
                  {
                    "name": "lower",
                    "type": "uint16",
                    "internalType": "Bps"
                  },
                  {
                    "name": "upper",
                    "type": "uint16",
                    "internalType": "Bps"
                  },
                  {
                    "name": "excess",
                    "type": "uint16",
                    "internalType": "Bps"
                  },
                  {
                    "name": "shortfall",
                    "type": "uint64",
                    "internalType": "MicroPerKwh"
                  },
                  {
                    "name": "referenceBasis",
                    "type": "uint8",
                    "internalType": "enum ReferenceBasis"
                  },
                  {
                    "name": "ruleBasis",
                    "type": "uint8",
                    "internalType": "enum RuleBasis"
                  },
                  {
                    "name": "excessPayee",
                    "type": "address",
                    "internalType": "address"
                  },
                  {
                    "name": "shortfallPayee",
                    "type": "address",
                    "internalType": "address"
                  }
                ]
              },
              {
                "name": "deposit",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "serviceFee",
                "type": "uint64",
                "internalType": "MicroPerKwh"
              },
              {
                "name": "exitFee",
                "type": "uint128",
                "internalType": "Micro"
              },
              {
                "name": "noticeDays",
                "type": "uint16",
                "internalType": "uint16"
              },
              {
                "name": "coolingOffDays",
                "type": "uint16",
                "internalType": "uint16"
              },
              {
                "name": "termPeriods",
                "type": "uint16",
                "internalType": "uint16"
              },
              {
                "name": "customerClass",
                "type": "uint8",
                "internalType": "enum CustomerClass"
              },
              {
                "name": "region",
                "type": "uint32",
                "internalType": "uint32"
              },
              {
                "name": "voltageClass",
                "type": "uint8",
                "internalType": "uint8"
              },
              {
                "name": "green",
                "type": "uint16",
                "internalType": "Bps"
              },
              {
                "name": "model",
                "type": "uint8",
                "internalType": "enum SettlementModel"
              },
              {
                "name": "validFrom",
                "type": "uint40",
                "internalType": "uint40"
              },
              {
                "name": "validUntil",
                "type": "uint40",
                "internalType": "uint40"
              },
              {
                "name": "capacity",
                "type": "uint64",
                "internalType": "Wh"
              }
            ]
          },
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct Terms",
            "components": [
              {
                "name": "consumer",
                "type": "address",
                "internalType": "address"
              },
              {
                "name": "offerId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "start",
                "type": "uint40",
                "internalType": "uint40"
              },
              {
                "name": "contracted",
                "type": "uint64[12]",
                "internalType": "Wh[12]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "expiry",
                "type": "uint40",
                "internalType": "uint40"
              }
            ]
          },
          {
            "name": "signature",
            "type": "bytes",
            "internalType": "bytes"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "event",
    "name": "BillSettled",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "usedFour",
        "type": "uint256",
        "indexed": false,
        "internalType": "UsedFour"
      },
      {
        "name": "usedRest",
        "type": "uint256",
        "indexed": false,
        "internalType": "UsedRest"
      },
      {
        "name": "lines",
        "type": "uint256[]",
        "indexed": false,
        "internalType": "BillLine[]"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "BillUnpaid",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "start",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "missing",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      },
      {
        "name": "due",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "IndexCostAttested",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "indexCost",
        "type": "int256",
        "indexed": false,
        "internalType": "SignedNano"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "SettlementSkipped",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "reason",
        "type": "bytes",
        "indexed": false,
        "internalType": "bytes"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "BatchEmpty",
    "inputs": []
  },
  {
    "type": "error",
    "name": "GasTooLow",
    "inputs": [
      {
        "name": "left",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotSelf",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadBelongsToSettlement",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "settledUntil",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadNotInPeriod",
    "inputs": [
      {
        "name": "edge",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "given",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadTooOld",
    "inputs": [
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "oldest",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "TariffOutOfReach",
    "inputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "voltageClass",
        "type": "uint8",
        "internalType": "uint8"
      }
    ]
  }
] as const

export const settlementTokenAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "DOMAIN_SEPARATOR",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "allowance",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "approve",
    "inputs": [
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "authority",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "address"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "balanceOf",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "decimals",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "uint8",
        "internalType": "uint8"
      }
    ],
    "stateMutability": "pure"
  },
  {
    "type": "function",
    "name": "eip712Domain",
    "inputs": [],
    "outputs": [
      {
        "name": "fields",
        "type": "bytes1",
        "internalType": "bytes1"
      },
      {
        "name": "name",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "version",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "chainId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "verifyingContract",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "salt",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "extensions",
        "type": "uint256[]",
        "internalType": "uint256[]"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isConsumingScheduledOp",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "mint",
    "inputs": [
      {
        "name": "to",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "name",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "string",
        "internalType": "string"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "nonces",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "permit",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "deadline",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "v",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "r",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "s",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setAuthority",
    "inputs": [
      {
        "name": "newAuthority",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "symbol",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "string",
        "internalType": "string"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "totalSupply",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "transfer",
    "inputs": [
      {
        "name": "to",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "transferFrom",
    "inputs": [
      {
        "name": "from",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "to",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "event",
    "name": "Approval",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "spender",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "value",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "AuthorityUpdated",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "EIP712DomainChanged",
    "inputs": [],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Transfer",
    "inputs": [
      {
        "name": "from",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "to",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "value",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AccessManagedInvalidAuthority",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedRequiredDelay",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "delay",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedUnauthorized",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ECDSAInvalidSignature",
    "inputs": []
  },
  {
    "type": "error",
    "name": "ECDSAInvalidSignatureLength",
    "inputs": [
      {
        "name": "length",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ECDSAInvalidSignatureS",
    "inputs": [
      {
        "name": "s",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC20InsufficientAllowance",
    "inputs": [
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "allowance",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC20InsufficientBalance",
    "inputs": [
      {
        "name": "sender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "balance",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC20InvalidApprover",
    "inputs": [
      {
        "name": "approver",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC20InvalidReceiver",
    "inputs": [
      {
        "name": "receiver",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC20InvalidSender",
    "inputs": [
      {
        "name": "sender",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC20InvalidSpender",
    "inputs": [
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC2612ExpiredSignature",
    "inputs": [
      {
        "name": "deadline",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC2612InvalidSigner",
    "inputs": [
      {
        "name": "signer",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "InvalidAccountNonce",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "currentNonce",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "InvalidShortString",
    "inputs": []
  },
  {
    "type": "error",
    "name": "StringTooLong",
    "inputs": [
      {
        "name": "str",
        "type": "string",
        "internalType": "string"
      }
    ]
  }
] as const

export const spreadSharingFormulaAbi = [
  {
    "type": "function",
    "name": "check",
    "inputs": [
      {
        "name": "params",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "pure"
  },
  {
    "type": "function",
    "name": "cost",
    "inputs": [
      {
        "name": "params",
        "type": "bytes",
        "internalType": "bytes"
      },
      {
        "name": "usage",
        "type": "tuple",
        "internalType": "struct Determinants",
        "components": [
          {
            "name": "registers",
            "type": "uint64[5]",
            "internalType": "Wh[5]"
          },
          {
            "name": "maxDemand",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "referencePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexCost",
            "type": "int256",
            "internalType": "SignedNano"
          },
          {
            "name": "elapsed",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "whole",
            "type": "uint32",
            "internalType": "uint32"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "Nano"
      }
    ],
    "stateMutability": "pure"
  },
  {
    "type": "error",
    "name": "FormulaParamsInvalid",
    "inputs": []
  },
  {
    "type": "error",
    "name": "IndexCostMissing",
    "inputs": []
  }
] as const

export const surplusBookAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "agreements",
        "type": "address",
        "internalType": "contract IAgreementBook"
      },
      {
        "name": "meters",
        "type": "address",
        "internalType": "contract IMeterRegistry"
      },
      {
        "name": "tariffs",
        "type": "address",
        "internalType": "contract ITariffBook"
      },
      {
        "name": "credits",
        "type": "address",
        "internalType": "contract IEnergyCredits"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "AGREEMENTS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IAgreementBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "CREDITS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IEnergyCredits"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "METERS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IMeterRegistry"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "TARIFFS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ITariffBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "authority",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "address"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "bid",
    "inputs": [
      {
        "name": "s",
        "type": "tuple",
        "internalType": "struct Session",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "lockAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "closeAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "kind",
            "type": "uint8",
            "internalType": "enum SessionKind"
          },
          {
            "name": "status",
            "type": "uint8",
            "internalType": "enum SessionStatus"
          },
          {
            "name": "lots",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "bids",
            "type": "uint32",
            "internalType": "uint32"
          }
        ]
      },
      {
        "name": "order",
        "type": "tuple",
        "internalType": "struct Order",
        "components": [
          {
            "name": "sessionId",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "account",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "energy",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "price",
            "type": "uint24",
            "internalType": "Tick"
          },
          {
            "name": "subject",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "proof",
        "type": "tuple",
        "internalType": "struct AgreementProof",
        "components": [
          {
            "name": "offerId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "period",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "dueOf",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint64",
        "internalType": "Wh"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "endBid",
    "inputs": [
      {
        "name": "s",
        "type": "tuple",
        "internalType": "struct Session",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "lockAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "closeAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "kind",
            "type": "uint8",
            "internalType": "enum SessionKind"
          },
          {
            "name": "status",
            "type": "uint8",
            "internalType": "enum SessionStatus"
          },
          {
            "name": "lots",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "bids",
            "type": "uint32",
            "internalType": "uint32"
          }
        ]
      },
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "energy",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "won",
        "type": "uint64",
        "internalType": "Wh"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "endLot",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "energy",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "sold",
        "type": "uint64",
        "internalType": "Wh"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "isConsumingScheduledOp",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "list",
    "inputs": [
      {
        "name": "s",
        "type": "tuple",
        "internalType": "struct Session",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "lockAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "closeAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "kind",
            "type": "uint8",
            "internalType": "enum SessionKind"
          },
          {
            "name": "status",
            "type": "uint8",
            "internalType": "enum SessionStatus"
          },
          {
            "name": "lots",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "bids",
            "type": "uint32",
            "internalType": "uint32"
          }
        ]
      },
      {
        "name": "lot",
        "type": "tuple",
        "internalType": "struct Order",
        "components": [
          {
            "name": "sessionId",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "account",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "energy",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "price",
            "type": "uint24",
            "internalType": "Tick"
          },
          {
            "name": "subject",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "proof",
        "type": "tuple",
        "internalType": "struct AgreementProof",
        "components": [
          {
            "name": "offerId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "period",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "moveDue",
    "inputs": [
      {
        "name": "from",
        "type": "tuple",
        "internalType": "struct AgreementProof",
        "components": [
          {
            "name": "offerId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "period",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "to",
        "type": "tuple",
        "internalType": "struct AgreementProof",
        "components": [
          {
            "name": "offerId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "period",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "energy",
        "type": "uint64",
        "internalType": "Wh"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "put",
    "inputs": [
      {
        "name": "creditId",
        "type": "uint256",
        "internalType": "CreditId"
      },
      {
        "name": "energy",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "proof",
        "type": "tuple",
        "internalType": "struct AgreementProof",
        "components": [
          {
            "name": "offerId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "period",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setAuthority",
    "inputs": [
      {
        "name": "newAuthority",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setModule",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "settle",
    "inputs": [
      {
        "name": "f",
        "type": "tuple",
        "internalType": "struct SurplusFacts",
        "components": [
          {
            "name": "agreementId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "consumer",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "contracted",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "used",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "exported",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "rule",
            "type": "uint256",
            "internalType": "BillRule"
          },
          {
            "name": "marked",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "measured",
            "type": "bool",
            "internalType": "bool"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "contracted",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "used",
        "type": "uint64",
        "internalType": "Wh"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "tradedOf",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct Traded",
        "components": [
          {
            "name": "listed",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "wanted",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "sold",
            "type": "uint64",
            "internalType": "Wh"
          },
          {
            "name": "bought",
            "type": "uint64",
            "internalType": "Wh"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "event",
    "name": "AuthorityUpdated",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "DueMoved",
    "inputs": [
      {
        "name": "from",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "to",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "energy",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "DuePut",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "energy",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "ModuleSet",
    "inputs": [
      {
        "name": "module",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "allowed",
        "type": "bool",
        "indexed": false,
        "internalType": "bool"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "SurplusSettled",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "start",
        "type": "uint40",
        "indexed": true,
        "internalType": "uint40"
      },
      {
        "name": "bought",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      },
      {
        "name": "sold",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      },
      {
        "name": "used",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AccessManagedInvalidAuthority",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedRequiredDelay",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "delay",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedUnauthorized",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AgreementIsEnded",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AgreementNotEnded",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AgreementUnknown",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ContractedTooMuch",
    "inputs": [
      {
        "name": "month",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "contracted",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "possible",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "CreditKindWrong",
    "inputs": [
      {
        "name": "creditId",
        "type": "uint256",
        "internalType": "CreditId"
      }
    ]
  },
  {
    "type": "error",
    "name": "CreditsShort",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "creditId",
        "type": "uint256",
        "internalType": "CreditId"
      },
      {
        "name": "needed",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "held",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "DueOutOfReach",
    "inputs": [
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "EnergyZero",
    "inputs": []
  },
  {
    "type": "error",
    "name": "LotAboveContracted",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "contracted",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "asked",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotAgreementConsumer",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotModule",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "PeriodNotSupplied",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "PeriodUnknown",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SafeCastOverflowedUintDowncast",
    "inputs": [
      {
        "name": "bits",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionOutOfReach",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "subject",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "SurplusUnclaimed",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "listed",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "wanted",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  }
] as const

export const surplusMarketAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "market",
        "type": "tuple",
        "internalType": "struct SurplusSessions.Market",
        "components": [
          {
            "name": "members",
            "type": "address",
            "internalType": "contract IMemberRegistry"
          },
          {
            "name": "breaker",
            "type": "address",
            "internalType": "contract ICircuitBreaker"
          },
          {
            "name": "tariffs",
            "type": "address",
            "internalType": "contract ITariffBook"
          },
          {
            "name": "escrow",
            "type": "address",
            "internalType": "contract IEscrow"
          },
          {
            "name": "credits",
            "type": "address",
            "internalType": "contract IEnergyCredits"
          },
          {
            "name": "book",
            "type": "address",
            "internalType": "contract ISurplusBook"
          }
        ]
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "BOOK",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ISurplusBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "BREAKER",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ICircuitBreaker"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "CREDITS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IEnergyCredits"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "ESCROW",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IEscrow"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "MEMBERS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IMemberRegistry"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "TARIFFS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ITariffBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "bid",
    "inputs": [
      {
        "name": "order",
        "type": "tuple",
        "internalType": "struct Order",
        "components": [
          {
            "name": "sessionId",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "account",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "energy",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "price",
            "type": "uint24",
            "internalType": "Tick"
          },
          {
            "name": "subject",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "proof",
        "type": "tuple",
        "internalType": "struct AgreementProof",
        "components": [
          {
            "name": "offerId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "period",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [
      {
        "name": "index",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "bidOf",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "index",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "OrderWord"
      },
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "claim",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "bids",
        "type": "uint32[]",
        "internalType": "uint32[]"
      },
      {
        "name": "lots",
        "type": "uint32[]",
        "internalType": "uint32[]"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "clear",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "clearing",
        "type": "tuple",
        "internalType": "struct Clearing",
        "components": [
          {
            "name": "price",
            "type": "uint24",
            "internalType": "Tick"
          },
          {
            "name": "lotsShare",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "offered",
            "type": "uint72",
            "internalType": "uint72"
          },
          {
            "name": "shared",
            "type": "uint72",
            "internalType": "uint72"
          },
          {
            "name": "remainder",
            "type": "uint72",
            "internalType": "uint72"
          },
          {
            "name": "id",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "index",
            "type": "uint32",
            "internalType": "uint32"
          }
        ]
      },
      {
        "name": "most",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "clearingOf",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct Clearing",
        "components": [
          {
            "name": "price",
            "type": "uint24",
            "internalType": "Tick"
          },
          {
            "name": "lotsShare",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "offered",
            "type": "uint72",
            "internalType": "uint72"
          },
          {
            "name": "shared",
            "type": "uint72",
            "internalType": "uint72"
          },
          {
            "name": "remainder",
            "type": "uint72",
            "internalType": "uint72"
          },
          {
            "name": "id",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "index",
            "type": "uint32",
            "internalType": "uint32"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "eip712Domain",
    "inputs": [],
    "outputs": [
      {
        "name": "fields",
        "type": "bytes1",
        "internalType": "bytes1"
      },
      {
        "name": "name",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "version",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "chainId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "verifyingContract",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "salt",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "extensions",
        "type": "uint256[]",
        "internalType": "uint256[]"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "list",
    "inputs": [
      {
        "name": "lot",
        "type": "tuple",
        "internalType": "struct Order",
        "components": [
          {
            "name": "sessionId",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "account",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "energy",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "price",
            "type": "uint24",
            "internalType": "Tick"
          },
          {
            "name": "subject",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "proof",
        "type": "tuple",
        "internalType": "struct AgreementProof",
        "components": [
          {
            "name": "offerId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "period",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [
      {
        "name": "index",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "lotOf",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "index",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "OrderWord"
      },
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "nonces",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "nonces",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "key",
        "type": "uint192",
        "internalType": "uint192"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "open",
    "inputs": [
      {
        "name": "o",
        "type": "tuple",
        "internalType": "struct ISurplusMarket.Opening",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "kind",
            "type": "uint8",
            "internalType": "enum SessionKind"
          },
          {
            "name": "lockAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "closeAt",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "potOf",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint128",
        "internalType": "Micro"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "sessionOf",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct Session",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "lockAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "closeAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "kind",
            "type": "uint8",
            "internalType": "enum SessionKind"
          },
          {
            "name": "status",
            "type": "uint8",
            "internalType": "enum SessionStatus"
          },
          {
            "name": "lots",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "bids",
            "type": "uint32",
            "internalType": "uint32"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "sessions",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "voidSession",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "withdraw",
    "inputs": [
      {
        "name": "w",
        "type": "tuple",
        "internalType": "struct OrderWithdrawal",
        "components": [
          {
            "name": "sessionId",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "account",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "isLot",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "index",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "event",
    "name": "BidClaimed",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "index",
        "type": "uint32",
        "indexed": false,
        "internalType": "uint32"
      },
      {
        "name": "awarded",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      },
      {
        "name": "paid",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      },
      {
        "name": "unlocked",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "BidPlaced",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "index",
        "type": "uint32",
        "indexed": false,
        "internalType": "uint32"
      },
      {
        "name": "bidId",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      },
      {
        "name": "energy",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      },
      {
        "name": "limit",
        "type": "uint24",
        "indexed": false,
        "internalType": "Tick"
      },
      {
        "name": "subject",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "BidWithdrawn",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "index",
        "type": "uint32",
        "indexed": false,
        "internalType": "uint32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "EIP712DomainChanged",
    "inputs": [],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "LotClaimed",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "index",
        "type": "uint32",
        "indexed": false,
        "internalType": "uint32"
      },
      {
        "name": "sold",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      },
      {
        "name": "received",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      },
      {
        "name": "unsold",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "LotListed",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "index",
        "type": "uint32",
        "indexed": false,
        "internalType": "uint32"
      },
      {
        "name": "lotId",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      },
      {
        "name": "energy",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      },
      {
        "name": "reserve",
        "type": "uint24",
        "indexed": false,
        "internalType": "Tick"
      },
      {
        "name": "subject",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "LotWithdrawn",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "index",
        "type": "uint32",
        "indexed": false,
        "internalType": "uint32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "SessionCleared",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "volume",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      },
      {
        "name": "clearing",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct Clearing",
        "components": [
          {
            "name": "price",
            "type": "uint24",
            "internalType": "Tick"
          },
          {
            "name": "lotsShare",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "offered",
            "type": "uint72",
            "internalType": "uint72"
          },
          {
            "name": "shared",
            "type": "uint72",
            "internalType": "uint72"
          },
          {
            "name": "remainder",
            "type": "uint72",
            "internalType": "uint72"
          },
          {
            "name": "id",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "index",
            "type": "uint32",
            "internalType": "uint32"
          }
        ]
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "SessionOpened",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "region",
        "type": "uint32",
        "indexed": true,
        "internalType": "uint32"
      },
      {
        "name": "start",
        "type": "uint40",
        "indexed": true,
        "internalType": "uint40"
      },
      {
        "name": "end",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "kind",
        "type": "uint8",
        "indexed": false,
        "internalType": "enum SessionKind"
      },
      {
        "name": "lockAt",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "closeAt",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "SessionUntraded",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "SessionVoided",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AffiliateTrade",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "group",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ClearingWrong",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "demand",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "supply",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "EnergyZero",
    "inputs": []
  },
  {
    "type": "error",
    "name": "IntentExpired",
    "inputs": [
      {
        "name": "expiry",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "InvalidAccountNonce",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "currentNonce",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "InvalidShortString",
    "inputs": []
  },
  {
    "type": "error",
    "name": "OrderUnknown",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "index",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "PeriodUnknown",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "PotShort",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "needed",
        "type": "uint128",
        "internalType": "Micro"
      },
      {
        "name": "held",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionClosed",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "closeAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionLocked",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "lockAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionNotOpen",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "status",
        "type": "uint8",
        "internalType": "enum SessionStatus"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionNotOverdue",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionOutOfReach",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "subject",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionOverdue",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "end",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionStillOpen",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "closeAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionTimesInvalid",
    "inputs": [
      {
        "name": "lockAt",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "closeAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionUnknown",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "SignatureInvalid",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "StoredExpired",
    "inputs": [
      {
        "name": "creditId",
        "type": "uint256",
        "internalType": "CreditId"
      },
      {
        "name": "expiry",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "StringTooLong",
    "inputs": [
      {
        "name": "str",
        "type": "string",
        "internalType": "string"
      }
    ]
  },
  {
    "type": "error",
    "name": "SubjectInvalid",
    "inputs": [
      {
        "name": "subject",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  }
] as const

export const surplusSessionsAbi = [
  {
    "type": "function",
    "name": "BOOK",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ISurplusBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "BREAKER",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ICircuitBreaker"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "CREDITS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IEnergyCredits"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "ESCROW",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IEscrow"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "MEMBERS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IMemberRegistry"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "TARIFFS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ITariffBook"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "bid",
    "inputs": [
      {
        "name": "order",
        "type": "tuple",
        "internalType": "struct Order",
        "components": [
          {
            "name": "sessionId",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "account",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "energy",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "price",
            "type": "uint24",
            "internalType": "Tick"
          },
          {
            "name": "subject",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "proof",
        "type": "tuple",
        "internalType": "struct AgreementProof",
        "components": [
          {
            "name": "offerId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "period",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [
      {
        "name": "index",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "bidOf",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "index",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "OrderWord"
      },
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "claim",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "bids",
        "type": "uint32[]",
        "internalType": "uint32[]"
      },
      {
        "name": "lots",
        "type": "uint32[]",
        "internalType": "uint32[]"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "clear",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "clearing",
        "type": "tuple",
        "internalType": "struct Clearing",
        "components": [
          {
            "name": "price",
            "type": "uint24",
            "internalType": "Tick"
          },
          {
            "name": "lotsShare",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "offered",
            "type": "uint72",
            "internalType": "uint72"
          },
          {
            "name": "shared",
            "type": "uint72",
            "internalType": "uint72"
          },
          {
            "name": "remainder",
            "type": "uint72",
            "internalType": "uint72"
          },
          {
            "name": "id",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "index",
            "type": "uint32",
            "internalType": "uint32"
          }
        ]
      },
      {
        "name": "most",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "done",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "clearingOf",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct Clearing",
        "components": [
          {
            "name": "price",
            "type": "uint24",
            "internalType": "Tick"
          },
          {
            "name": "lotsShare",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "offered",
            "type": "uint72",
            "internalType": "uint72"
          },
          {
            "name": "shared",
            "type": "uint72",
            "internalType": "uint72"
          },
          {
            "name": "remainder",
            "type": "uint72",
            "internalType": "uint72"
          },
          {
            "name": "id",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "index",
            "type": "uint32",
            "internalType": "uint32"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "eip712Domain",
    "inputs": [],
    "outputs": [
      {
        "name": "fields",
        "type": "bytes1",
        "internalType": "bytes1"
      },
      {
        "name": "name",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "version",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "chainId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "verifyingContract",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "salt",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "extensions",
        "type": "uint256[]",
        "internalType": "uint256[]"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "list",
    "inputs": [
      {
        "name": "lot",
        "type": "tuple",
        "internalType": "struct Order",
        "components": [
          {
            "name": "sessionId",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "account",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "energy",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "price",
            "type": "uint24",
            "internalType": "Tick"
          },
          {
            "name": "subject",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "proof",
        "type": "tuple",
        "internalType": "struct AgreementProof",
        "components": [
          {
            "name": "offerId",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "terms",
            "type": "tuple",
            "internalType": "struct TermsWords",
            "components": [
              {
                "name": "meterId",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "parties",
                "type": "uint256",
                "internalType": "uint256"
              },
              {
                "name": "contracted",
                "type": "uint256[3]",
                "internalType": "uint256[3]"
              },
              {
                "name": "replaces",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "nonce",
                "type": "uint256",
                "internalType": "uint256"
              }
            ]
          },
          {
            "name": "period",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [
      {
        "name": "index",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "lotOf",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "index",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "OrderWord"
      },
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "nonces",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "nonces",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "key",
        "type": "uint192",
        "internalType": "uint192"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "open",
    "inputs": [
      {
        "name": "o",
        "type": "tuple",
        "internalType": "struct ISurplusMarket.Opening",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "kind",
            "type": "uint8",
            "internalType": "enum SessionKind"
          },
          {
            "name": "lockAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "closeAt",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "potOf",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint128",
        "internalType": "Micro"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "sessionOf",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct Session",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "lockAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "closeAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "kind",
            "type": "uint8",
            "internalType": "enum SessionKind"
          },
          {
            "name": "status",
            "type": "uint8",
            "internalType": "enum SessionStatus"
          },
          {
            "name": "lots",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "bids",
            "type": "uint32",
            "internalType": "uint32"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "sessions",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "voidSession",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "withdraw",
    "inputs": [
      {
        "name": "w",
        "type": "tuple",
        "internalType": "struct OrderWithdrawal",
        "components": [
          {
            "name": "sessionId",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "account",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "isLot",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "index",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "nonce",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "expiry",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "event",
    "name": "BidClaimed",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "index",
        "type": "uint32",
        "indexed": false,
        "internalType": "uint32"
      },
      {
        "name": "awarded",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      },
      {
        "name": "paid",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      },
      {
        "name": "unlocked",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "BidPlaced",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "index",
        "type": "uint32",
        "indexed": false,
        "internalType": "uint32"
      },
      {
        "name": "bidId",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      },
      {
        "name": "energy",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      },
      {
        "name": "limit",
        "type": "uint24",
        "indexed": false,
        "internalType": "Tick"
      },
      {
        "name": "subject",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "BidWithdrawn",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "index",
        "type": "uint32",
        "indexed": false,
        "internalType": "uint32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "EIP712DomainChanged",
    "inputs": [],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "LotClaimed",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "index",
        "type": "uint32",
        "indexed": false,
        "internalType": "uint32"
      },
      {
        "name": "sold",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      },
      {
        "name": "received",
        "type": "uint128",
        "indexed": false,
        "internalType": "Micro"
      },
      {
        "name": "unsold",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "LotListed",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "index",
        "type": "uint32",
        "indexed": false,
        "internalType": "uint32"
      },
      {
        "name": "lotId",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      },
      {
        "name": "energy",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      },
      {
        "name": "reserve",
        "type": "uint24",
        "indexed": false,
        "internalType": "Tick"
      },
      {
        "name": "subject",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "LotWithdrawn",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "account",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "index",
        "type": "uint32",
        "indexed": false,
        "internalType": "uint32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "SessionCleared",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "volume",
        "type": "uint64",
        "indexed": false,
        "internalType": "Wh"
      },
      {
        "name": "clearing",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct Clearing",
        "components": [
          {
            "name": "price",
            "type": "uint24",
            "internalType": "Tick"
          },
          {
            "name": "lotsShare",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "offered",
            "type": "uint72",
            "internalType": "uint72"
          },
          {
            "name": "shared",
            "type": "uint72",
            "internalType": "uint72"
          },
          {
            "name": "remainder",
            "type": "uint72",
            "internalType": "uint72"
          },
          {
            "name": "id",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "index",
            "type": "uint32",
            "internalType": "uint32"
          }
        ]
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "SessionOpened",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "region",
        "type": "uint32",
        "indexed": true,
        "internalType": "uint32"
      },
      {
        "name": "start",
        "type": "uint40",
        "indexed": true,
        "internalType": "uint40"
      },
      {
        "name": "end",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "kind",
        "type": "uint8",
        "indexed": false,
        "internalType": "enum SessionKind"
      },
      {
        "name": "lockAt",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      },
      {
        "name": "closeAt",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "SessionUntraded",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "SessionVoided",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AffiliateTrade",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "group",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ClearingWrong",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "demand",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "supply",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "EnergyZero",
    "inputs": []
  },
  {
    "type": "error",
    "name": "IntentExpired",
    "inputs": [
      {
        "name": "expiry",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "InvalidAccountNonce",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "currentNonce",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "InvalidShortString",
    "inputs": []
  },
  {
    "type": "error",
    "name": "OrderUnknown",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "index",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "PeriodUnknown",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "PotShort",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "needed",
        "type": "uint128",
        "internalType": "Micro"
      },
      {
        "name": "held",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionClosed",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "closeAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionLocked",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "lockAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionNotOpen",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "status",
        "type": "uint8",
        "internalType": "enum SessionStatus"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionNotOverdue",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionOutOfReach",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "subject",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionOverdue",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "end",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionStillOpen",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "closeAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionTimesInvalid",
    "inputs": [
      {
        "name": "lockAt",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "closeAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionUnknown",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "SignatureInvalid",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "StoredExpired",
    "inputs": [
      {
        "name": "creditId",
        "type": "uint256",
        "internalType": "CreditId"
      },
      {
        "name": "expiry",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "StringTooLong",
    "inputs": [
      {
        "name": "str",
        "type": "string",
        "internalType": "string"
      }
    ]
  },
  {
    "type": "error",
    "name": "SubjectInvalid",
    "inputs": [
      {
        "name": "subject",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  }
] as const

export const tariffBookAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "members",
        "type": "address",
        "internalType": "contract IMemberRegistry"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "MEMBERS",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IMemberRegistry"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "periodEnd",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint40",
        "internalType": "uint40"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "publish",
    "inputs": [
      {
        "name": "table",
        "type": "tuple",
        "internalType": "struct TariffTable",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "end",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "agencyPrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "cataloguePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexSeries",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "government",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "subsidyPool",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "components",
            "type": "tuple[]",
            "internalType": "struct Component[]",
            "components": [
              {
                "name": "kind",
                "type": "uint8",
                "internalType": "enum LineKind"
              },
              {
                "name": "prices",
                "type": "uint32[5]",
                "internalType": "uint32[5]"
              }
            ]
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "publishPeriods",
    "inputs": [
      {
        "name": "boundaries",
        "type": "uint40[]",
        "internalType": "uint40[]"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "requirePublished",
    "inputs": [
      {
        "name": "table",
        "type": "tuple",
        "internalType": "struct TariffTable",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "end",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "agencyPrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "cataloguePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexSeries",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "government",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "subsidyPool",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "components",
            "type": "tuple[]",
            "internalType": "struct Component[]",
            "components": [
              {
                "name": "kind",
                "type": "uint8",
                "internalType": "enum LineKind"
              },
              {
                "name": "prices",
                "type": "uint32[5]",
                "internalType": "uint32[5]"
              }
            ]
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "view"
  },
  {
    "type": "event",
    "name": "PeriodPublished",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "indexed": true,
        "internalType": "uint40"
      },
      {
        "name": "end",
        "type": "uint40",
        "indexed": false,
        "internalType": "uint40"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "TariffPublished",
    "inputs": [
      {
        "name": "region",
        "type": "uint32",
        "indexed": true,
        "internalType": "uint32"
      },
      {
        "name": "voltageClass",
        "type": "uint8",
        "indexed": true,
        "internalType": "uint8"
      },
      {
        "name": "start",
        "type": "uint40",
        "indexed": true,
        "internalType": "uint40"
      },
      {
        "name": "table",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct TariffTable",
        "components": [
          {
            "name": "region",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "voltageClass",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "start",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "end",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "agencyPrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "cataloguePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexSeries",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "grid",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "government",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "subsidyPool",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "components",
            "type": "tuple[]",
            "internalType": "struct Component[]",
            "components": [
              {
                "name": "kind",
                "type": "uint8",
                "internalType": "enum LineKind"
              },
              {
                "name": "prices",
                "type": "uint32[5]",
                "internalType": "uint32[5]"
              }
            ]
          }
        ]
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "ComponentInvalid",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "PayeeZero",
    "inputs": []
  },
  {
    "type": "error",
    "name": "PeriodInvalid",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "end",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "PeriodUnknown",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "TariffAlreadyPublished",
    "inputs": [
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "voltageClass",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "TariffMismatch",
    "inputs": [
      {
        "name": "published",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "given",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "TariffUnknown",
    "inputs": [
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "voltageClass",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  }
] as const

export const tieredFormulaAbi = [
  {
    "type": "function",
    "name": "check",
    "inputs": [
      {
        "name": "params",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "pure"
  },
  {
    "type": "function",
    "name": "cost",
    "inputs": [
      {
        "name": "params",
        "type": "bytes",
        "internalType": "bytes"
      },
      {
        "name": "usage",
        "type": "tuple",
        "internalType": "struct Determinants",
        "components": [
          {
            "name": "registers",
            "type": "uint64[5]",
            "internalType": "Wh[5]"
          },
          {
            "name": "maxDemand",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "referencePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexCost",
            "type": "int256",
            "internalType": "SignedNano"
          },
          {
            "name": "elapsed",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "whole",
            "type": "uint32",
            "internalType": "uint32"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "Nano"
      }
    ],
    "stateMutability": "pure"
  },
  {
    "type": "error",
    "name": "FormulaParamsInvalid",
    "inputs": []
  },
  {
    "type": "error",
    "name": "IndexCostMissing",
    "inputs": []
  }
] as const

export const timeOfUseFormulaAbi = [
  {
    "type": "function",
    "name": "check",
    "inputs": [
      {
        "name": "params",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "pure"
  },
  {
    "type": "function",
    "name": "cost",
    "inputs": [
      {
        "name": "params",
        "type": "bytes",
        "internalType": "bytes"
      },
      {
        "name": "usage",
        "type": "tuple",
        "internalType": "struct Determinants",
        "components": [
          {
            "name": "registers",
            "type": "uint64[5]",
            "internalType": "Wh[5]"
          },
          {
            "name": "maxDemand",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "capacity",
            "type": "uint64",
            "internalType": "Watt"
          },
          {
            "name": "referencePrice",
            "type": "uint64",
            "internalType": "MicroPerKwh"
          },
          {
            "name": "index",
            "type": "int64",
            "internalType": "SignedMicroPerKwh"
          },
          {
            "name": "indexCost",
            "type": "int256",
            "internalType": "SignedNano"
          },
          {
            "name": "elapsed",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "whole",
            "type": "uint32",
            "internalType": "uint32"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "Nano"
      }
    ],
    "stateMutability": "pure"
  },
  {
    "type": "error",
    "name": "FormulaParamsInvalid",
    "inputs": []
  },
  {
    "type": "error",
    "name": "IndexCostMissing",
    "inputs": []
  }
] as const

export const errorsAbi = [
  {
    "type": "error",
    "name": "AccessManagedInvalidAuthority",
    "inputs": [
      {
        "name": "authority",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedRequiredDelay",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "delay",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagedUnauthorized",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerAlreadyScheduled",
    "inputs": [
      {
        "name": "operationId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerBadConfirmation",
    "inputs": []
  },
  {
    "type": "error",
    "name": "AccessManagerExpired",
    "inputs": [
      {
        "name": "operationId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerInvalidInitialAdmin",
    "inputs": [
      {
        "name": "initialAdmin",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerLockedFunction",
    "inputs": [
      {
        "name": "selector",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerLockedRole",
    "inputs": [
      {
        "name": "roleId",
        "type": "uint64",
        "internalType": "uint64"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerNotReady",
    "inputs": [
      {
        "name": "operationId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerNotScheduled",
    "inputs": [
      {
        "name": "operationId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerUnauthorizedAccount",
    "inputs": [
      {
        "name": "msgsender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "roleId",
        "type": "uint64",
        "internalType": "uint64"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerUnauthorizedCall",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "target",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "selector",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerUnauthorizedCancel",
    "inputs": [
      {
        "name": "msgsender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "target",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "selector",
        "type": "bytes4",
        "internalType": "bytes4"
      }
    ]
  },
  {
    "type": "error",
    "name": "AccessManagerUnauthorizedConsume",
    "inputs": [
      {
        "name": "target",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ActivityPaused",
    "inputs": [
      {
        "name": "activity",
        "type": "uint8",
        "internalType": "enum Activity"
      },
      {
        "name": "until",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "AddressEmptyCode",
    "inputs": [
      {
        "name": "target",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AdvancesDiffer",
    "inputs": [
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "given",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "AffiliateTrade",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "group",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AgreementEnding",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "endsAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "AgreementEndsSooner",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "endsAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "AgreementFrozen",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "until",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "AgreementIsEnded",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AgreementNotEnded",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AgreementUnknown",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AmountZero",
    "inputs": []
  },
  {
    "type": "error",
    "name": "AttestationInvalid",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "BandInvalid",
    "inputs": [
      {
        "name": "lower",
        "type": "uint16",
        "internalType": "uint16"
      },
      {
        "name": "upper",
        "type": "uint16",
        "internalType": "uint16"
      }
    ]
  },
  {
    "type": "error",
    "name": "BatchEmpty",
    "inputs": []
  },
  {
    "type": "error",
    "name": "BillAboveAverage",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "bill",
        "type": "uint128",
        "internalType": "Micro"
      },
      {
        "name": "limit",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "BillNotOpen",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "index",
        "type": "uint8",
        "internalType": "uint8"
      }
    ]
  },
  {
    "type": "error",
    "name": "BookAlreadySet",
    "inputs": [
      {
        "name": "book",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ClearingWrong",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "demand",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "supply",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ComponentInvalid",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ContractedTooMuch",
    "inputs": [
      {
        "name": "month",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "contracted",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "possible",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "CreditKindWrong",
    "inputs": [
      {
        "name": "creditId",
        "type": "uint256",
        "internalType": "CreditId"
      }
    ]
  },
  {
    "type": "error",
    "name": "CreditTargetInvalid",
    "inputs": [
      {
        "name": "to",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "CreditsDiffer",
    "inputs": [
      {
        "name": "debited",
        "type": "uint128",
        "internalType": "Micro"
      },
      {
        "name": "credited",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "CreditsShort",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "creditId",
        "type": "uint256",
        "internalType": "CreditId"
      },
      {
        "name": "needed",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "held",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "DirectNeedsGrid",
    "inputs": [
      {
        "name": "model",
        "type": "uint8",
        "internalType": "enum SettlementModel"
      }
    ]
  },
  {
    "type": "error",
    "name": "DueOutOfReach",
    "inputs": [
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ECDSAInvalidSignature",
    "inputs": []
  },
  {
    "type": "error",
    "name": "ECDSAInvalidSignatureLength",
    "inputs": [
      {
        "name": "length",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ECDSAInvalidSignatureS",
    "inputs": [
      {
        "name": "s",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC20InsufficientAllowance",
    "inputs": [
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "allowance",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC20InsufficientBalance",
    "inputs": [
      {
        "name": "sender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "balance",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC20InvalidApprover",
    "inputs": [
      {
        "name": "approver",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC20InvalidReceiver",
    "inputs": [
      {
        "name": "receiver",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC20InvalidSender",
    "inputs": [
      {
        "name": "sender",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC20InvalidSpender",
    "inputs": [
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC2612ExpiredSignature",
    "inputs": [
      {
        "name": "deadline",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC2612InvalidSigner",
    "inputs": [
      {
        "name": "signer",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC6909InsufficientAllowance",
    "inputs": [
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "allowance",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "id",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC6909InsufficientBalance",
    "inputs": [
      {
        "name": "sender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "balance",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "id",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC6909InvalidApprover",
    "inputs": [
      {
        "name": "approver",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC6909InvalidReceiver",
    "inputs": [
      {
        "name": "receiver",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC6909InvalidSender",
    "inputs": [
      {
        "name": "sender",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC6909InvalidSpender",
    "inputs": [
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "EfficiencyInvalid",
    "inputs": [
      {
        "name": "efficiency",
        "type": "uint16",
        "internalType": "Bps"
      }
    ]
  },
  {
    "type": "error",
    "name": "EfficiencyTooLow",
    "inputs": [
      {
        "name": "storageId",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "least",
        "type": "uint16",
        "internalType": "Bps"
      },
      {
        "name": "efficiency",
        "type": "uint16",
        "internalType": "Bps"
      }
    ]
  },
  {
    "type": "error",
    "name": "EndTooEarly",
    "inputs": [
      {
        "name": "instant",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "earliest",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "EnergyZero",
    "inputs": []
  },
  {
    "type": "error",
    "name": "ExampleMismatch",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "promised",
        "type": "uint128",
        "internalType": "Micro"
      },
      {
        "name": "computed",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExamplesMissing",
    "inputs": [
      {
        "name": "given",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExamplesNotIncreasing",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExcessRatioTooHigh",
    "inputs": [
      {
        "name": "excess",
        "type": "uint16",
        "internalType": "uint16"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExchangeAboveCapacity",
    "inputs": [
      {
        "name": "advance",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "possible",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExchangeDemandLost",
    "inputs": [
      {
        "name": "closing",
        "type": "uint64",
        "internalType": "Watt"
      },
      {
        "name": "opening",
        "type": "uint64",
        "internalType": "Watt"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExchangeKeyKept",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExchangeOutOfOrder",
    "inputs": [
      {
        "name": "closing",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "opening",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExchangeTooWide",
    "inputs": [
      {
        "name": "register",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "steps",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "digits",
        "type": "uint8",
        "internalType": "uint8"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExchangeUneven",
    "inputs": [
      {
        "name": "register",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "used",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "multiplier",
        "type": "uint16",
        "internalType": "uint16"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExchangeUnsigned",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExitFeeMismatch",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "expected",
        "type": "bool",
        "internalType": "bool"
      }
    ]
  },
  {
    "type": "error",
    "name": "ExitFeeTooHigh",
    "inputs": [
      {
        "name": "exitFee",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "FailedCall",
    "inputs": []
  },
  {
    "type": "error",
    "name": "FeedInAlreadyPublished",
    "inputs": [
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "FeedInTooLow",
    "inputs": [
      {
        "name": "least",
        "type": "uint64",
        "internalType": "MicroPerKwh"
      },
      {
        "name": "price",
        "type": "uint64",
        "internalType": "MicroPerKwh"
      }
    ]
  },
  {
    "type": "error",
    "name": "FeedInUnknown",
    "inputs": [
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "FormulaNotAllowed",
    "inputs": [
      {
        "name": "formula",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "FormulaParamsInvalid",
    "inputs": []
  },
  {
    "type": "error",
    "name": "GasTooLow",
    "inputs": [
      {
        "name": "left",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "GreenShareInvalid",
    "inputs": [
      {
        "name": "green",
        "type": "uint16",
        "internalType": "uint16"
      }
    ]
  },
  {
    "type": "error",
    "name": "IndexCostMissing",
    "inputs": []
  },
  {
    "type": "error",
    "name": "InstructionInvalid",
    "inputs": []
  },
  {
    "type": "error",
    "name": "InstructionNotYet",
    "inputs": [
      {
        "name": "from",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "InstructionOver",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "until",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "InstructionUnknown",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "InsufficientBalance",
    "inputs": [
      {
        "name": "balance",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "InsufficientFree",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "needed",
        "type": "uint128",
        "internalType": "Micro"
      },
      {
        "name": "free",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "InsufficientLocked",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "needed",
        "type": "uint128",
        "internalType": "Micro"
      },
      {
        "name": "locked",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "IntentExpired",
    "inputs": [
      {
        "name": "expiry",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "InvalidAccountNonce",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "currentNonce",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "InvalidShortString",
    "inputs": []
  },
  {
    "type": "error",
    "name": "LineOverflow",
    "inputs": [
      {
        "name": "kind",
        "type": "uint8",
        "internalType": "enum LineKind"
      },
      {
        "name": "amount",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "LotAboveContracted",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "contracted",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "asked",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "MemberUnknown",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "MeterAlreadyRegistered",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "MeterAlreadySupplied",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "MeterInvalid",
    "inputs": []
  },
  {
    "type": "error",
    "name": "MeterKeyRevoked",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "MeterUnknown",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotAgreementConsumer",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotLargeConsumer",
    "inputs": [
      {
        "name": "buyer",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotMember",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "role",
        "type": "uint8",
        "internalType": "enum Role"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotMeterHolder",
    "inputs": [
      {
        "name": "consumer",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "holder",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotMeterOperator",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotModule",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotOfferRetailer",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "retailer",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotSelf",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotStorageOperator",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotSupplying",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "supplying",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "NothingToRevise",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "index",
        "type": "uint8",
        "internalType": "uint8"
      }
    ]
  },
  {
    "type": "error",
    "name": "NoticeTooShort",
    "inputs": [
      {
        "name": "instant",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "earliest",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "OfferAlreadyPublished",
    "inputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "OfferExpired",
    "inputs": [
      {
        "name": "validUntil",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "OfferIsWithdrawn",
    "inputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "OfferMismatch",
    "inputs": [
      {
        "name": "signed",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "given",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "OfferNotYetValid",
    "inputs": [
      {
        "name": "validFrom",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "OfferOutOfReach",
    "inputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "OfferSoldOut",
    "inputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "capacity",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "wanted",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "OfferUnknown",
    "inputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "OrderUnknown",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "index",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "PartiesNotDistinct",
    "inputs": []
  },
  {
    "type": "error",
    "name": "PauseTooLong",
    "inputs": [
      {
        "name": "until",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "latest",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "PayeeZero",
    "inputs": []
  },
  {
    "type": "error",
    "name": "PeriodAlreadyListed",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "creditId",
        "type": "uint256",
        "internalType": "CreditId"
      }
    ]
  },
  {
    "type": "error",
    "name": "PeriodEndMismatch",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "expected",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "given",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "PeriodInvalid",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "end",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "PeriodNotNext",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "expected",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "given",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "PeriodNotSupplied",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "PeriodUnknown",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "PotShort",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "needed",
        "type": "uint128",
        "internalType": "Micro"
      },
      {
        "name": "held",
        "type": "uint128",
        "internalType": "Micro"
      }
    ]
  },
  {
    "type": "error",
    "name": "PriceTooHigh",
    "inputs": [
      {
        "name": "price",
        "type": "uint64",
        "internalType": "MicroPerKwh"
      }
    ]
  },
  {
    "type": "error",
    "name": "PurchaseIsEnded",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "PurchaseOutOfReach",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "voltageClass",
        "type": "uint8",
        "internalType": "uint8"
      }
    ]
  },
  {
    "type": "error",
    "name": "PurchaseUnknown",
    "inputs": [
      {
        "name": "purchaseId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadAlreadyCorrected",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadBackwards",
    "inputs": [
      {
        "name": "register",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "previous",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "next",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadBelongsToPurchase",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "settledUntil",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadBelongsToSettlement",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "settledUntil",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadCarried",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadFromFuture",
    "inputs": [
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "now_",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadNotEstimated",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadNotInPeriod",
    "inputs": [
      {
        "name": "edge",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "given",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadNotLast",
    "inputs": [
      {
        "name": "stored",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "given",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadNotMeasured",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadNotNewer",
    "inputs": [
      {
        "name": "last",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "given",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadNotTrue",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadOfFormerMeter",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "until",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadReplayed",
    "inputs": [
      {
        "name": "last",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "given",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadSignatureInvalid",
    "inputs": [
      {
        "name": "meterId",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadTooFast",
    "inputs": [
      {
        "name": "advance",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "possible",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadTooOld",
    "inputs": [
      {
        "name": "time",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "oldest",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadTooWide",
    "inputs": [
      {
        "name": "register",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "value",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "digits",
        "type": "uint8",
        "internalType": "uint8"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReadWrongMeter",
    "inputs": [
      {
        "name": "expected",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "given",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReentrancyGuardReentrantCall",
    "inputs": []
  },
  {
    "type": "error",
    "name": "RolesEmpty",
    "inputs": []
  },
  {
    "type": "error",
    "name": "SafeCastOverflowedUintDowncast",
    "inputs": [
      {
        "name": "bits",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "SafeERC20FailedOperation",
    "inputs": [
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ServiceFeeNotAllowed",
    "inputs": []
  },
  {
    "type": "error",
    "name": "SessionClosed",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "closeAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionLocked",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "lockAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionNotOpen",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "status",
        "type": "uint8",
        "internalType": "enum SessionStatus"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionNotOverdue",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionOutOfReach",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "subject",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionOverdue",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "end",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionStillOpen",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "closeAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionTimesInvalid",
    "inputs": [
      {
        "name": "lockAt",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "closeAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "SessionUnknown",
    "inputs": [
      {
        "name": "sessionId",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "SignatureInvalid",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "StartInFuture",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "now_",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "StartInPast",
    "inputs": [
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "now_",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "StorageFull",
    "inputs": [
      {
        "name": "storageId",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "left",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "StorageUnknown",
    "inputs": [
      {
        "name": "storageId",
        "type": "uint32",
        "internalType": "uint32"
      }
    ]
  },
  {
    "type": "error",
    "name": "StoredExpired",
    "inputs": [
      {
        "name": "creditId",
        "type": "uint256",
        "internalType": "CreditId"
      },
      {
        "name": "expiry",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "StringTooLong",
    "inputs": [
      {
        "name": "str",
        "type": "string",
        "internalType": "string"
      }
    ]
  },
  {
    "type": "error",
    "name": "SubjectInvalid",
    "inputs": [
      {
        "name": "subject",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "SurplusMismatch",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "surplus",
        "type": "bool",
        "internalType": "bool"
      }
    ]
  },
  {
    "type": "error",
    "name": "SurplusUnclaimed",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "listed",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "wanted",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "TariffAlreadyPublished",
    "inputs": [
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "voltageClass",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "TariffMismatch",
    "inputs": [
      {
        "name": "published",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "given",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "TariffOutOfReach",
    "inputs": [
      {
        "name": "offerId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "voltageClass",
        "type": "uint8",
        "internalType": "uint8"
      }
    ]
  },
  {
    "type": "error",
    "name": "TariffUnknown",
    "inputs": [
      {
        "name": "region",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "voltageClass",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "start",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "TermInvalid",
    "inputs": [
      {
        "name": "periods",
        "type": "uint16",
        "internalType": "uint16"
      }
    ]
  },
  {
    "type": "error",
    "name": "UseNotInstructed",
    "inputs": [
      {
        "name": "use",
        "type": "uint8",
        "internalType": "enum InstructedUse"
      }
    ]
  },
  {
    "type": "error",
    "name": "ValidityInvalid",
    "inputs": [
      {
        "name": "validFrom",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "validUntil",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  },
  {
    "type": "error",
    "name": "VoucherAboveMost",
    "inputs": [
      {
        "name": "most",
        "type": "uint64",
        "internalType": "Wh"
      },
      {
        "name": "asked",
        "type": "uint64",
        "internalType": "Wh"
      }
    ]
  },
  {
    "type": "error",
    "name": "VoucherForAnother",
    "inputs": [
      {
        "name": "station",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "WithdrawalTargetInvalid",
    "inputs": [
      {
        "name": "to",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "YearTableMissing",
    "inputs": [
      {
        "name": "agreementId",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "closedAt",
        "type": "uint40",
        "internalType": "uint40"
      }
    ]
  }
] as const

export const FORMULA_CONTRACTS = [
  "DemandFormula",
  "FlatFormula",
  "IndexLinkedFormula",
  "SpreadSharingFormula",
  "TieredFormula",
  "TimeOfUseFormula"
] as const
