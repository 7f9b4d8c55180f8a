/** SurveyJS ships its languages without types; importing one is all that is done with it. */
declare module 'survey-core/i18n/*'
