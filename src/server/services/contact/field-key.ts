/** How a way to reach somebody is compared: see there. Here because all who write fields find it beside them. */
export { FIELD_KINDS, fieldKey, type FieldKind } from '@/domain/contact/field-key'
