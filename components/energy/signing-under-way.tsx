'use client'

import dynamic from 'next/dynamic'

/** Its code comes with it: hardly any page that could show a signature under way has one. */
export const UnderWay = dynamic(() => import('./under-way-card').then((module) => module.UnderWayCard))
